/** A run of one model on one target: shards, counterexamples shrunk, a record if asked for. */
import {
  compare,
  coveringSet,
  floor,
  planShards,
  shrink,
  underFloor,
  countRules,
  type Case,
  type ConformanceRecord,
  type Shard,
  type Subject,
  type Verdict,
} from '#conformance'
import type { Environment } from '#ledger'
import type { Call } from './arguments.ts'
import type { Real } from './real.ts'
import { keepCounterexample, recordFile, writeRecord } from './record-file.ts'
import { counterexampleLines, coverageLines, tallyLine } from './report.ts'
import { judgeCase, runShard, type Judged } from './run-shard.ts'

export type Place<S> = {
  readonly hands: readonly Real<S>[]
  readonly environment: Environment
  readonly say: (line: string) => void
  readonly progress: (done: number, all: number) => void
}

/** Shrinking asks the real thing again and again; more than a few counterexamples say nothing new. */
const mostShrunk = 3

/** True when nothing differs that is not declared, and a record asked for could be written. */
export const conform = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  place: Place<Subject<Input, Action, Seen>>,
  call: Call,
): Promise<boolean> => {
  const started = new Date()
  place.say(`${subject.model} on ${call.target} (Linux ${place.environment.kernel}), seed ${call.seed}`)
  const shards: Shard[] = []
  const judged: Judged<Input, Action, Seen>[] = []
  let done = 0
  for (const plan of planShards(call.seed, call.cases)) {
    const run = await runShard(subject, place.hands, plan, () => place.progress(++done, call.cases))
    shards.push(run.shard)
    judged.push(...run.judged)
  }
  const seconds = (Date.now() - started.getTime()) / 1000
  place.say(tallyLine(judged, seconds))
  coverageLines(subject, judged).forEach(place.say)
  const differing = judged.filter(({ verdict }) => verdict.is === 'differs')
  for (const found of differing.slice(0, mostShrunk)) await tellSmallest(subject, place, call, found)
  if (differing.length > 0) return false
  if (!call.record) return true
  const covering = coveringSet(judged, floor + floor / 2).map(({ verdict: _, ...kept }) => kept)
  const { environment } = place
  const { rules, model } = subject
  const { target } = call
  return keep(subject, place, {
    ...{ schema: 1, model, target, environment },
    started: started.toISOString(),
    ...{ seconds, rules, shards, covering },
  })
}

const keep = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  place: Place<Subject<Input, Action, Seen>>,
  record: ConformanceRecord<Input, Action, Seen>,
): boolean => {
  const rare = underFloor(countRules(subject.rules, record.covering), subject.uncheckable)
  if (rare.length > 0) {
    place.say(
      `not recorded: ${rare.join(', ')} fired in fewer than ${floor} cases; ask for more with --cases`,
    )
    return false
  }
  const size = writeRecord(record)
  place.say(
    `recorded: ${recordFile(record.model, record.target)}, ${size} bytes, ${record.covering.length} cases whole`,
  )
  return true
}

const tellSmallest = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  { hands, say, environment }: Place<Subject<Input, Action, Seen>>,
  call: Call,
  found: Judged<Input, Action, Seen>,
): Promise<void> => {
  const [real] = hands
  if (!real) return
  const verdictOf = async (given: Case<Input, Action>): Promise<Verdict> =>
    (await judgeCase(subject, real, given, found.seed)).verdict
  const differs = async (given: Case<Input, Action>) => (await verdictOf(given)).is === 'differs'
  const smallest = await shrink(subject, found, differs)
  const given = { input: smallest.input, actions: smallest.actions }
  const { seen } = await judgeCase(subject, real, given, found.seed)
  const verdict = compare(subject, given, subject.predict(given), seen)
  counterexampleLines(subject, found, given, verdict).forEach(say)
  if (!call.record || verdict.is !== 'differs') return
  const date = new Date().toISOString().slice(0, 10)
  const example = { ...given, found: date, target: call.target, kernel: environment.kernel, seen }
  say(`    kept for ever: ${keepCounterexample(subject, example)}`)
}
