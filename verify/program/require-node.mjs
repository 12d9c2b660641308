/**
 * Loaded before every script (`node --import`): plain JavaScript, so that a Node too old for TypeScript files still
 * gets as far as saying so. npm puts `node_modules/.bin` first, where the `node` package's Node 24 should stand.
 */
const wanted = 24
const got = process.versions.node

if (Number(got.split('.')[0]) < wanted) {
  console.error(
    [
      `Nodebook's scripts need Node ${wanted}; this is Node ${got} (${process.execPath}).`,
      `The project brings its own: the \`node\` package, put in place by its install script.`,
      `What to do, the first that fits:`,
      `  1. No node_modules yet:            npm ci`,
      `  2. Install scripts were not run:   npm rebuild node --ignore-scripts=false`,
      `  3. You called node by hand:        npm test, npm start … (they find the right one)`,
      `  4. None of these helps:            install Node ${wanted} from https://nodejs.org`,
    ].join('\n'),
  )
  process.exit(1)
}
