/** The program's own voice. A reader that has gone (`verify | head`) is no reason to stop replaying. */
import type { Screen } from '#verify/report/index.ts'

export function standardScreen(): Screen {
  const { stdout } = process
  let open = true
  const onError = (error: NodeJS.ErrnoException) => {
    open = false
    if (error.code !== 'EPIPE') process.exitCode = 1
  }
  stdout.on('error', onError)
  return {
    isTTY: stdout.isTTY === true,
    columns: stdout.columns ?? 80,
    write(text) {
      if (open) stdout.write(text)
    },
  }
}
