/** `npm run conform`: arguments, progress and exit codes. */
import { namespaces } from '#conformance'
import { availableParallelism } from 'node:os'
import { loadTargets, type Target } from '#verify/targets/index.ts'
import { help, readCall, type Call } from './arguments.ts'
import { conform } from './conform.ts'
import { inFlight, openInTarget, openNamespaces } from './namespaces/index.ts'
import { readCounterexamples, recordedTargets } from './record-file.ts'
import { replayRecord } from './replay.ts'
import { judgeCase } from './run-shard.ts'
import { judgeCounterexample } from '#conformance'

const subjects = {
  namespaces: { subject: namespaces, open: openNamespaces, openIn: openInTarget, inFlight },
} as const
type Model = keyof typeof subjects
const models = Object.keys(subjects) as Model[]

const progress = (done: number, all: number): void => {
  if (process.stderr.isTTY && (done % 20 === 0 || done === all))
    process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`)
  else if (!process.stderr.isTTY && done % 2000 === 0) console.error(`${done} of ${all}`)
}

const replayAll = (model: Model): boolean => {
  const { subject } = subjects[model]
  const known = readCounterexamples(subject)
  const faults = known.flatMap((each) => judgeCounterexample(subject, each))
  for (const target of recordedTargets(model)) {
    const { faults: found, stale, cases, kept } = replayRecord(subject, target)
    faults.push(...found)
    const old = stale > 0 ? `; ${stale} shards are stale: the generator makes other cases by now` : ''
    console.log(`${model} on ${target}: ${kept} cases whole, ${cases} by digest${old}`)
  }
  console.log(`${model}: ${known.length} counterexamples; ${faults.length} faults`)
  for (const fault of faults) console.log(`  ${fault}`)
  return faults.length === 0
}

const run = async (call: Call, model: Model): Promise<number> => {
  const target = (await loadTargets([call.target])).get(call.target)
  await target?.prepare?.((line) => console.error(line))
  const available = await target?.available()
  if (!target || !available?.ok) {
    const why =
      available && !available.ok
        ? `${available.missing} is missing. ${available.todo}`
        : 'it is not built yet.'
    console.error(`target ${call.target}: ${why}`)
    return 3
  }
  const { subject } = subjects[model]
  const hands = openHands(model, call.target, target)
  try {
    const { environment } = await target.probe()
    if (call.single !== undefined) return await runSingle(call.single, model, hands)
    const place = { hands, environment, say: (line: string) => console.log(line), progress }
    return (await conform(subject, place, call)) ? 0 : 1
  } finally {
    await Promise.all([...hands.map((hand) => hand.end()), target.close()])
  }
}

/** On this machine a hand a processor, each with actors of its own; elsewhere one that gathers cases. */
const openHands = (model: Model, name: Call['target'], target: Target) => {
  const { open, openIn, inFlight } = subjects[model]
  if (name === 'host') return Array.from({ length: Math.min(4, availableParallelism()) }, open)
  const gathering = openIn(target)
  return Array.from({ length: inFlight }, () => gathering)
}

const runSingle = async (seed: number, model: Model, hands: ReturnType<typeof openHands>) => {
  const { subject } = subjects[model]
  const [real] = hands
  if (!real) throw new Error('there is no processor to run a case on')
  const { verdict, seen, ...given } = await judgeCase(subject, real, subject.makeCase(seed), seed)
  const predicted = subject.predict(given).seen
  subject.tell(given).forEach((line, at) => {
    console.log(line)
    console.log(`    predicted ${JSON.stringify(predicted[at])}`)
    console.log(`    seen      ${JSON.stringify(seen[at])}`)
  })
  console.log(verdict.is)
  return verdict.is === 'differs' ? 1 : 0
}

const main = async (): Promise<number> => {
  let call: Call | undefined
  try {
    call = readCall(process.argv.slice(2), models)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (!call) {
    console.log(help)
    return 0
  }
  const codes: number[] = []
  for (const model of call.models as readonly Model[])
    codes.push(call.replay ? (replayAll(model) ? 0 : 1) : await run(call, model))
  return codes.find((code) => code === 1) ?? codes.find((code) => code !== 0) ?? 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 3
}
