/** One command until it is judged: once, or with `@until` again and again until it matches or time is up. */
import type { Bindings, Command, Facts } from '#transcript'
import type { Session } from '../targets/types.ts'
import { judgeRun, type Judged } from './judge-run.ts'
import type { Clock } from './types.ts'

export type Attempt = {
  judged: Judged
  output: string
  dropped: number
  /** Of all tries together, the waits between them included. */
  milliseconds: number
  tries: number
}

type Circumstances = { facts: Facts; bindings: Bindings; limit: number; last: boolean; clock: Clock }

const firstWait = 250
const longestWait = 2_000
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export async function runCommand(
  session: Session,
  command: Command,
  around: Circumstances,
): Promise<Attempt> {
  const { clock, limit } = around
  const until = command.directives.until
  const start = clock.now()
  for (let tries = 1, wait = firstWait; ; tries += 1, wait = Math.min(wait * 1.5, longestWait)) {
    const run = await session.run(command.text, { timeout: limit })
    const output = decoder.decode(run.output)
    const judged = judgeRun(command, run, output, around)
    const milliseconds = until === undefined ? run.milliseconds : clock.now() - start
    const attempt = { judged, output, dropped: run.dropped, milliseconds, tries }
    if (until === undefined || run.ended !== 'done' || !('problem' in judged)) return attempt
    const left = until - milliseconds
    if (left <= 0) return attempt
    // The last try comes when time is up, not before.
    await clock.sleep(Math.min(wait, left))
  }
}
