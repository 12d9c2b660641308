/** `verify -- enter <transcript>`: the transcript's own sandbox and shell, on the caller's terminal. */
import type { Loaded } from '#verify/replay/index.ts'
import { loadTargets } from '#verify/targets/index.ts'
import { CallError, type Call } from './arguments.ts'

export async function enterSandbox({ targets: asked }: Call, book: readonly Loaded[]): Promise<number> {
  const [loaded, second] = book
  if (!loaded || second) throw new CallError('Expected one transcript to enter, got several.')
  const { id, transcript, files } = loaded
  const names = transcript.header.targets.filter((name) => asked === 'auto' || asked.includes(name))
  const reasons: string[] = []
  for (const target of (await loadTargets(names)).values()) {
    const availability = await target.available()
    const lacking = availability.ok
      ? await target.lacks(transcript.header)
      : `${availability.missing} is missing. ${availability.todo}`
    if (lacking === undefined && target.enter) {
      // The shell on the terminal takes Ctrl-C; this program waits for its end.
      process.on('SIGINT', () => {})
      const status = await target.enter({ id, transcript, files, keep: false })
      await target.close()
      return status
    }
    reasons.push(`${target.name}: ${lacking ?? 'there is no way in yet'}`)
  }
  console.error(
    `${id} can't be entered here. ${reasons.join(' ') || `It names ${transcript.header.targets.join(', ')}.`}`,
  )
  return 3
}
