/** One part's findings. A part that wrote nothing is broken, and its last lines say why. Pure but for the records read. */
import type { Past } from './past.ts'
import { readComparisons } from './read-comparisons.ts'
import { readRecords } from './read-records.ts'
import { readReplays } from './read-replays.ts'
import { nothingFound, type Findings, type PartRun } from './types.ts'

const shownLines = 12

export function judgePart(run: PartRun, past: Past): Findings {
  const { part, json, exit } = run
  const found = json === undefined ? nothingFound(part.name, run.seconds) : read(run, past)
  // 3: a target is missing, which its skips say.
  const explained = exit === 0 || exit === 3 || found.drifts.length > 0
  return json !== undefined && explained ? found : { ...found, drifts: [...found.drifts, brokenPart(run)] }
}

function read(run: PartRun, past: Past): Findings {
  switch (run.part.kind) {
    case 'records':
      return readRecords(run)
    case 'replay':
      return readReplays(run, past)
    case 'conform':
      return readComparisons(run)
  }
}

const brokenPart = ({ part, exit, printed }: PartRun) => ({
  ...{ kind: 'broken' as const, part: part.name },
  what: `${part.name} ended with ${exit ?? 'a signal'}`,
  detail: printed.trimEnd().split('\n').slice(-shownLines).join('\n'),
  todo: `node ${[part.program, ...part.words].join(' ')}`,
})
