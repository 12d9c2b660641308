/** `npm run conform`: arguments, progress and exit codes. */
import { nameOf } from '#conformance'
import { resolve } from 'node:path'
import { writeWhole } from '#verify/records/index.ts'
import { help, readCall, type Call } from './arguments.ts'
import type { AnyBench, Bench } from './bench.ts'
import { benches } from './benches.ts'
import { conform } from './conform.ts'
import { whyUnmeasurable } from './measurable.ts'
import { findPlace } from './place.ts'
import type { Real } from './real.ts'
import { replayAll } from './replay.ts'
import { caseLines } from './report.ts'
import { judgeCase } from './run-shard.ts'
import { tellJson, type Told } from './told.ts'

const usualCases = 2000

const say = (line: string): void => console.log(line)

const progress = (done: number, all: number): void => {
  if (process.stderr.isTTY && (done % 20 === 0 || done === all))
    process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`)
  else if (!process.stderr.isTTY && done % Math.ceil(all / 5) === 0) console.error(`${done} of ${all}`)
}

const run = async <I, A, S>(
  call: Call,
  bench: Bench<I, A, S>,
  told: (told: Told) => void,
): Promise<number> => {
  const { subject, targets, cases = usualCases } = bench
  const { target = targets[0], seed, record, add } = call
  const name = nameOf(subject)
  const lacks = (missing: string): number => {
    told({ model: name, target, missing })
    console.error(`${name} on ${target}: ${missing}`)
    return 3
  }
  if (!targets.includes(target)) return lacks(`it is put to ${targets.join(', ')}`)
  const found = await findPlace(target, (line) => console.error(line))
  if ('missing' in found) return lacks(found.missing)
  const { place } = found
  const environment = await place.probe()
  const unmeasurable = whyUnmeasurable(subject, environment)
  if (unmeasurable !== undefined) {
    await place.target.close()
    return lacks(unmeasurable)
  }
  const hands = bench.open(place)
  try {
    if (call.single !== undefined) return await runSingle(call.single, bench, target, hands)
    const task = { target, seed, cases: call.cases ?? cases, record, add }
    return (await conform(subject, { hands, environment, say, progress, told }, task)) ? 0 : 1
  } finally {
    // What they clean up is on the target.
    await Promise.all(hands.map((hand) => hand.end()))
    await place.target.close()
  }
}

const runSingle = async <I, A, S>(
  seed: number,
  { subject }: Bench<I, A, S>,
  target: Bench<I, A, S>['targets'][0],
  [real]: readonly Real<I, A, S>[],
): Promise<number> => {
  if (!real) throw new Error('there is nobody to run a case')
  const judged = await judgeCase(subject, real, subject.makeCase(seed, target), seed)
  caseLines(subject, judged).forEach(say)
  return judged.verdict.is === 'differs' ? 1 : 0
}

const replay = (bench: AnyBench): number =>
  bench(({ subject }) => {
    const { lines, faults } = replayAll(subject)
    lines.forEach(say)
    return faults > 0 ? 1 : 0
  })

const main = async (): Promise<number> => {
  let call: Call | undefined
  try {
    call = readCall(process.argv.slice(2), [...benches.keys()])
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (!call) {
    console.log(help)
    return 0
  }
  const asked = call
  const codes: number[] = []
  const runs: Told[] = []
  for (const [name, bench] of benches) {
    if (!asked.models.includes(name)) continue
    codes.push(
      asked.replay ? replay(bench) : await bench((known) => run(asked, known, (told) => runs.push(told))),
    )
  }
  const exit = codes.find((code) => code === 1) ?? codes.find((code) => code !== 0) ?? 0
  if (asked.json !== undefined)
    writeWhole(resolve(process.env['INIT_CWD'] ?? '', asked.json), tellJson(runs, exit))
  return exit
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 3
}
