/** What the offline checks found: records matched again, and mutations. Pure. */
import { sumCounts, pinnedShare } from '#ledger'
import { formatMismatch, type Target as TargetName } from '#transcript'
import type { Checked, Tally } from '#verify/records/index.ts'
import { percent } from './totals.ts'

/** `fails`: the targets whose stale records fail, since they could be renewed. */
export function recordLines(checked: readonly Checked[], fails: ReadonlySet<TargetName>): string[] {
  const holding = checked.flatMap((each) => (each.state === 'holds' ? [each] : []))
  const counts = sumCounts(holding.map((each) => each.counts))
  const failed = checked.filter((each) => isBad(each, fails)).length
  const skipped = checked.filter((each) => isOpen(each) && !isBad(each, fails)).length
  return [
    ...checked.flatMap((each) => troubleOf(each, fails)),
    '',
    `${counts.verified} verified, ${counts.ran} ran, ${counts['not-run']} not run; ${percent(pinnedShare(counts.pinned))} of the output pinned; ${count(checked, 'stale')} stale, ${count(checked, 'awaiting')} awaiting proof`,
    `${holding.length} passed, ${failed} failed, ${skipped} skipped`,
  ]
}

const count = (checked: readonly Checked[], state: Checked['state']): number =>
  checked.filter((each) => each.state === state).length

const isOpen = ({ state }: Checked): boolean => state === 'stale' || state === 'awaiting'

export function isBad({ state, target }: Checked, fails: ReadonlySet<TargetName>): boolean {
  return state === 'differs' || state === 'unreadable' || (state === 'stale' && fails.has(target))
}

function troubleOf(checked: Checked, fails: ReadonlySet<TargetName>): string[] {
  const { loaded, target, state } = checked
  const name = `${loaded.id} on ${target}`
  const again = `npm run verify -- ${loaded.id} --target ${target} --record`
  switch (state) {
    case 'holds':
      return []
    case 'awaiting':
      return [`----  ${name}: awaiting proof. Run ${again}`]
    case 'stale':
      return [
        `${fails.has(target) ? 'FAIL' : '----'}  ${name}: stale, its inputs have changed since. Run ${again}`,
      ]
    case 'unreadable':
      return [`FAIL  ${name}`, ...checked.faults.map((fault) => `  ${fault}`)]
    case 'differs':
      return [
        `FAIL  ${name}: the recorded output does not match any more. Correct the expectation, or run ${again}`,
        ...checked.commands.flatMap((each) =>
          each.state === 'differs'
            ? [formatMismatch(loaded.transcript.file, each.step.id, each.mismatch)]
            : [],
        ),
      ]
  }
}

/** Every survivor is counted below what swallowed it, with its command and one example; `--json FILE` spells all. */
export function mutationLines(tally: Tally): string[] {
  const { commands, tried, noticed, varied, unjudged, variations, ambiguous, refused, survivors, wrong } =
    tally
  const failed = new Set(wrong.map((each) => each.split('\n')[0])).size
  const bySwallower = [...Map.groupBy(survivors, ({ by }) => by)].toSorted(
    (a, b) => b[1].length - a[1].length,
  )
  return [
    `${tried} mutations of ${commands} recorded outputs: ${noticed} noticed, ${varied} were variations, ${survivors.length} swallowed, ${unjudged} not judged`,
    `${variations} variations: ${variations - ambiguous - refused} accepted, ${ambiguous} ambiguous by the rules, ${refused} refused`,
    ...bySwallower.flatMap(([by, all]) => [`swallowed by ${by}: ${all.length}`, ...byCommand(all)]),
    ...wrong,
    `${commands - failed} passed, ${failed} failed, 0 skipped`,
  ]
}

const byCommand = (survivors: Tally['survivors']): string[] =>
  [...Map.groupBy(survivors, ({ at }) => at)].map(
    ([at, all]) => `  ${at}: ${all.length}, such as ${all[0]!.what}`,
  )
