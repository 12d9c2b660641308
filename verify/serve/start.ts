/** `npm start` */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../program/index.ts'
import { buildSite } from './build-site.ts'
import { serve } from './serve.ts'

const help = `Builds the site and serves it on 127.0.0.1:4321, or on another free port when that one is taken.

  npm start
  npm start -- --no-build      serve what stands in dist
  npm start -- --port 8080     ask for another port

  BASE=/book/                  serve below a path, as it will be published`

const { values } = parseArgs({
  allowNegative: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    build: { type: 'boolean', default: true },
    port: { type: 'string', default: '4321' },
  },
})
if (values.help) console.log(help)
else process.exitCode = await start(values.build, Number(values.port))

async function start(build: boolean, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port: expected a number from 0 to 65535, got ${values.port}.`)
    return 2
  }
  const dist = join(projectRoot, 'dist')
  if (build) {
    const built = await buildSite({ output: 'show' })
    if (!built.ok) {
      console.error(built.message)
      return built.code
    }
  } else if (!existsSync(join(dist, 'index.html'))) {
    console.error('dist: expected a built site, found none. Run npm start without --no-build.')
    return 1
  }
  const { url, close } = await serve(dist, { base: process.env['BASE'], port, orAnother: true })
  console.log(`\nNodebook is at ${url} (Ctrl-C ends it)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
  return 0
}
