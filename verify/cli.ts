/** `npm run verify`. What it does is in verify/cli; compiled code is cached, since most of its start is compiling. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
