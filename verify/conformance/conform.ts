/** A run of one model on one target: shards, counterexamples shrunk, a record if asked for. */
import {
  compare,
  chooseKept,
  floor,
  joinRecords,
  planShards,
  shrink,
  underFloor,
  countRules,
  nameOf,
  type Case,
  type ConformanceRecord,
  type Shard,
  type Subject,
  type Target,
  type Verdict,
} from '#conformance'
import type { Environment } from '#ledger'
import type { Real } from './real.ts'
import { keepCounterexample, readRecord, recordedTargets, recordFile, writeRecord } from './record-file.ts'
import { counterexampleLines, coverageLines, foundLines, tallyLine } from './report.ts'
import { judgeCase, runShard, type Judged } from './run-shard.ts'
import { countVerdicts, saysTooLittle, type Told } from './told.ts'

/** What is to be done, everything that was left open decided. */
export type Task = {
  readonly target: Target
  readonly seed: number
  readonly cases: number
  readonly record: boolean
  /** to the record that there is */
  readonly add: boolean
}

export type Site<Input, Action, Seen> = {
  readonly hands: readonly Real<Input, Action, Seen>[]
  readonly environment: Environment
  readonly say: (line: string) => void
  readonly progress: (done: number, all: number) => void
  /** For other programs. */
  readonly told?: (told: Told) => void
}

/** Shrinking asks the real thing again and again; more than a few counterexamples say nothing new. */
const mostShrunk = 3
const mostTold = 10

/** True when nothing differs that is not declared, and a record asked for could be written. */
export const conform = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  site: Site<Input, Action, Seen>,
  task: Task,
): Promise<boolean> => {
  const started = new Date()
  site.say(`${nameOf(subject)} on ${task.target} (Linux ${site.environment.kernel}), seed ${task.seed}`)
  const shards: Shard[] = []
  const judged: Judged<Input, Action, Seen>[] = []
  let done = 0
  for (const plan of planShards(task.seed, task.cases)) {
    const run = await runShard(subject, task.target, site.hands, plan, () =>
      site.progress(++done, task.cases),
    )
    shards.push(run.shard)
    judged.push(...run.judged)
  }
  const seconds = (Date.now() - started.getTime()) / 1000
  site.say(tallyLine(judged, seconds))
  coverageLines(subject, task.target, judged).forEach(site.say)
  const differing = judged.filter(({ verdict }) => verdict.is === 'differs')
  differing.slice(0, mostTold).flatMap(foundLines).forEach(site.say)
  const examples: { seed: number; lines: readonly string[] }[] = []
  for (const found of differing.slice(0, mostShrunk))
    examples.push({ seed: found.seed, lines: await tellSmallest(subject, site, task, found) })
  const counts = countVerdicts(judged)
  site.told?.({
    ...{ model: nameOf(subject), target: task.target, seed: task.seed, seconds, examples },
    ...{ environment: site.environment, counts },
  })
  if (differing.length > 0) return false
  const tooLittle = saysTooLittle(counts)
  if (tooLittle !== undefined) site.say(`this says too little: ${tooLittle}; try again on a quiet machine`)
  if (!task.record) return true
  if (tooLittle !== undefined) return false
  const { environment } = site
  const { rules, model, aspect, measured } = subject
  const { target } = task
  const told = judged.filter(({ verdict }) => verdict.is !== 'not-applicable')
  const covering = chooseKept(
    subject,
    told.map(({ verdict: _, ...kept }) => kept),
  )
  return keep(subject, site, task, {
    ...{ schema: 1, model, target, environment },
    ...(aspect === undefined ? {} : { aspect }),
    ...(measured ? { unit: measured.unit } : {}),
    started: started.toISOString(),
    ...{ seconds, rules, shards, covering },
  })
}

const keep = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  site: Site<Input, Action, Seen>,
  { add }: Task,
  made: ConformanceRecord<Input, Action, Seen>,
): boolean => {
  const joined =
    add && recordedTargets(subject).includes(made.target)
      ? joinRecords(subject, readRecord(subject, made.target), made)
      : { record: made }
  if ('why' in joined) {
    site.say(`not added to ${recordFile(made, made.target)}: ${joined.why}`)
    return false
  }
  const { record } = joined
  const rare = underFloor(countRules(subject.rules, record.covering), subject.uncheckable(record.target))
  if (rare.length > 0) {
    const which = `${rare.join(', ')} fired in fewer than ${floor} cases`
    site.say(add ? `more must be added: ${which}` : `not recorded: ${which}; ask for more with --cases`)
    if (!add) return false
  }
  const size = writeRecord(record)
  site.say(
    `recorded: ${recordFile(record, record.target)}, ${size} bytes, ${record.covering.length} cases whole`,
  )
  return true
}

const tellSmallest = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  { hands, say, environment }: Site<Input, Action, Seen>,
  task: Task,
  found: Judged<Input, Action, Seen>,
): Promise<readonly string[]> => {
  const [real] = hands
  if (!real) return []
  const verdictOf = async (given: Case<Input, Action>): Promise<Verdict> =>
    (await judgeCase(subject, real, given, found.seed)).verdict
  const differs = async (given: Case<Input, Action>) => (await verdictOf(given)).is === 'differs'
  const smallest = await shrink(subject, found, differs)
  const given = { input: smallest.input, actions: smallest.actions }
  const { seen } = await judgeCase(subject, real, given, found.seed)
  const verdict = compare(subject, given, subject.predict(given), seen)
  const lines = counterexampleLines(subject, found, given, verdict)
  lines.forEach(say)
  if (!task.record || verdict.is !== 'differs') return lines
  const date = new Date().toISOString().slice(0, 10)
  const example = { ...given, found: date, target: task.target, kernel: environment.kernel, seen }
  say(`    kept for ever: ${keepCounterexample(subject, example)}`)
  return lines
}
