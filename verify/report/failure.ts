/** Everything that is wrong with one replay. Pure. */
import type { Leftover } from '#verify/targets/types.ts'
import type { CommandResult, Replay } from '#verify/replay/index.ts'
import { formatProblem, printable } from './problem.ts'

export function formatFailure({
  id,
  target,
  transcript,
  commands,
  leftovers,
  fault,
  stopped,
}: Replay): string {
  const { file } = transcript
  const differing = stopped ? [] : commands.filter((each) => each.state === 'differs')
  return [
    ...(fault === undefined ? [] : [`${file}:1  on ${target}\n  ${fault.split('\n').join('\n  ')}`]),
    ...differing.map((result) => printableLines(formatProblem(file, result))),
    ...(stopped ? [] : notReached(commands)),
    ...leftovers.map((leftover) => formatLeftover(id, leftover)),
    ...(stopped ? [`${file}:1  stopped before its end`] : []),
  ].join('\n')
}

const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

function notReached(commands: readonly CommandResult[]): string[] {
  const rest = commands.filter(({ state }) => state === 'not-reached')
  if (rest.length === 0) return []
  const names = rest.map(({ step, command }) => `${step.id}:${command.at.line}`)
  const shown = names.slice(0, 10).join(', ')
  return [`  not reached  ${shown}${names.length > 10 ? ` and ${names.length - 10} more` : ''} (step:line)`]
}

/** A leftover has a maker, and it is named. */
function formatLeftover(id: string, { kind, name, maker }: Leftover): string {
  const by = maker === '' ? id : maker
  return `${by}\n  expected  nothing left over\n  got       the ${kind} ${printable(name)}\n  End or remove it in the transcript, in a @hidden step if the page need not show it.`
}
