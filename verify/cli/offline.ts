/** `--offline`, `--mutate` and `--list`: what can be said without a machine. */
import type { Target as TargetName } from '#transcript'
import { checkRecords, surveyRecords, tallySurvey } from '#verify/records/index.ts'
import type { Loaded } from '#verify/replay/index.ts'
import { isBad, listLines, mutationLines, recordLines } from '#verify/report/index.ts'
import { loadTargets } from '#verify/targets/index.ts'
import type { Call } from './arguments.ts'
import { writeReport } from './write-report.ts'

type Said = { lines: string[]; exit: number }

/** A stale record fails where its target can be had, for there it could be renewed. */
export async function matchOffline(
  call: Call,
  book: readonly Loaded[],
  required: ReadonlySet<TargetName>,
): Promise<Said> {
  const checked = checkRecords(book, call.targets)
  const stale = checked.filter(({ state }) => state === 'stale').map(({ target }) => target)
  const targets = await loadTargets(stale)
  const fails = new Set(required)
  for (const [name, target] of targets) if ((await target.available()).ok) fails.add(name)
  await Promise.all([...targets.values()].map((target) => target.close()))
  writeReport(call.json, () => {
    const rows = checked.map(({ loaded, target, state }) => ({ id: loaded.id, target, state }))
    return `${JSON.stringify({ schema: 1, records: rows }, null, 2)}\n`
  })
  const bad = checked.some((each) => isBad(each, fails))
  const any = checked.some(({ state }) => state !== 'awaiting')
  return { lines: recordLines(checked, fails), exit: bad ? 1 : any ? 0 : 3 }
}

export function mutateRecords(call: Call, book: readonly Loaded[]): Said {
  const tally = tallySurvey(surveyRecords(checkRecords(book, call.targets)))
  writeReport(call.json, () => `${JSON.stringify({ schema: 1, ...tally }, null, 2)}\n`)
  return { lines: mutationLines(tally), exit: tally.wrong.length > 0 ? 1 : tally.commands === 0 ? 3 : 0 }
}

export const listBook = (call: Call, book: readonly Loaded[]): Said => ({
  lines: listLines(book, checkRecords(book, call.targets)),
  exit: 0,
})
