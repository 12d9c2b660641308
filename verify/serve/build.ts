/** `npm run build` */
import { parseArgs } from 'node:util'
import { buildSite } from './build-site.ts'

const help = `Builds the site and its search index into dist.

  npm run build

  SITE=https://example.org   where it will be published (for the sitemap and hreflang)
  BASE=/book/                the path it will live under

Exit code: that of the program that failed, else 0.`

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } })
if (values.help) {
  console.log(help)
} else {
  const built = await buildSite({ output: 'show', log: (line) => console.log(`built ${line}`) })
  if (!built.ok) console.error(built.message)
  process.exitCode = built.ok ? 0 : built.code
}
