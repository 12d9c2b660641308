/** `--mutate`: changes what was recorded in each way that should be noticed, and says what was not, and why. */
import { factsOf } from '#ledger'
import {
  chooseExpectation,
  comparisonOf,
  noBindings,
  survey,
  type Bindings,
  type Matcher,
  type Survey,
} from '#transcript'
import type { Checked } from './check-records.ts'

export type Surveyed = { file: string; line: number; step: string; survey: Survey }

/** Every command of the records that hold. `matcher` is the real one, unless a weakness is on trial. */
export function surveyRecords(checked: readonly Checked[], matcher?: Matcher): Surveyed[] {
  return checked.flatMap((each) => (each.state === 'holds' ? surveyRecord(each, matcher) : []))
}

function surveyRecord(
  { loaded, target, record, commands }: Extract<Checked, { state: 'holds' | 'differs' }>,
  matcher: Matcher | undefined,
): Surveyed[] {
  const facts = factsOf(record.environment, target)
  const surveyed: Surveyed[] = []
  let bindings: Bindings = noBindings
  for (const judged of commands) {
    if (!('match' in judged)) continue
    const { command, recorded, step, match } = judged
    const expectation = chooseExpectation(command, facts)
    const { output, exit } = recorded
    if (expectation === undefined || output === undefined || exit === undefined) continue
    const found = survey(
      { expectation, comparison: comparisonOf(command), bindings, did: { output, exit } },
      matcher,
    )
    if (found)
      surveyed.push({ file: loaded.transcript.file, line: command.at.line, step: step.id, survey: found })
    bindings = match.bindings
  }
  return surveyed
}
