/** The watchdog's program: its argument is the folder of the run, its stdin the pipe that closes. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { removeRun } = await import('./run-folder.ts')
const folder = process.argv[2]
if (folder === undefined) throw new Error('watchdog: expected the folder of a run')
// A terminal's Ctrl-C is for the runner; what ends the watchdog is its pipe.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.stdin.resume()
await new Promise<void>((resolve) =>
  process.stdin
    .once('end', resolve)
    .once('close', resolve)
    .once('error', () => resolve()),
)
await removeRun(folder)
process.exit(0)
