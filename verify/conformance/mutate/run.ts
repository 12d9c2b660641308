/** `npm run mutate`: how many small faults in a model the offline replay of its records would notice. */
import { parseArgs } from 'node:util'
import { writeMutation } from '../record-file.ts'
import { explanationsFile, matchSurvivors, readExplanations } from './explanations.ts'
import { findSurvivors } from './find-survivors.ts'
import { judgeModel } from './judge-model.ts'
import { canBeMutated, mutableModels } from './models.ts'
import { hashMutants, readMutants } from './read-mutants.ts'

const help = `Changes a model's code in small ways, one at a time, and puts each to the model's records alone.

  npm run mutate -- namespaces
  npm run mutate -- namespaces --record          and keep the figures that /proof/ shows
  npm run mutate -- namespaces --only setns      mutants of files whose name holds this
  npm run mutate -- namespaces --every 5         each fifth mutant

What is not mutated, and why a mutant may survive, stands in src/models/<model>/mutants.yaml.
Exit codes: 2 the call is wrong, 1 fewer than 90 % are killed, one survives without a reason or the model itself is not
what its records say, 3 there is no record, 0.`

const bar = 0.9

type Wanted = {
  readonly model: string
  readonly only: string
  readonly every: number
  readonly record: boolean
}

const run = async ({ model, only, every, record }: Wanted): Promise<number> => {
  const all = readMutants(model)
  const mutants = all.filter(({ file }) => file.includes(only)).filter((_, at) => at % every === 0)
  if (mutants.length === 0) {
    console.error(`${model}: nothing to mutate; src/models/${model} has no file of that name`)
    return 2
  }
  const [fault] = await judgeModel(model)
  if (fault !== undefined) {
    console.error(
      `${model} as it stands is not what its records say: ${fault}\nRun npm run conform -- ${model} --replay`,
    )
    return 1
  }
  const started = Date.now()
  const progress = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${mutants.length}`)
    else if (done % 50 === 0) console.error(`${done} of ${mutants.length}`)
  }
  const survivors = await findSurvivors(model, mutants, { progress })
  const seconds = Math.round((Date.now() - started) / 1000)
  const whole = mutants.length === all.length
  const { unexplained, outdated } = matchSurvivors(mutants, survivors, readExplanations(model))
  for (const name of unexplained) console.log(`survives: ${name}`)
  if (whole) for (const name of outdated) console.log(`explained, and does not survive: ${name}`)
  const killed = mutants.length - survivors.length
  const share = killed / mutants.length
  const figures = `${killed} of ${mutants.length} mutants killed (${(share * 100).toFixed(1)} %)`
  console.log(`${model}: ${figures} in ${seconds} s; ${unexplained.length} survive without a reason`)
  const holds = share >= bar && unexplained.length === 0 && (!whole || outdated.length === 0)
  if (!holds) console.log(`Kill them with cases that tell, or explain them in ${explanationsFile(model)}.`)
  if (record && whole && holds) {
    const date = new Date(started).toISOString().slice(0, 10)
    const file = writeMutation({ model, date, code: hashMutants(all), killed, mutants: mutants.length })
    console.log(`recorded: ${file}`)
  }
  return holds ? 0 : 1
}

const readWanted = (): Wanted | undefined => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      only: { type: 'string', default: '' },
      every: { type: 'string', default: '1' },
      record: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const [model = mutableModels[0] ?? ''] = positionals
  if (!mutableModels.includes(model))
    throw new TypeError(`expected a model (${mutableModels.join(', ')}), got "${model}"`)
  const every = Number(values.every)
  if (!Number.isInteger(every) || every < 1)
    throw new TypeError(`--every: expected 1 or more, got "${values.every}"`)
  return { model, only: values.only, every, record: values.record }
}

const main = async (): Promise<number> => {
  let wanted: Wanted | undefined
  try {
    wanted = readWanted()
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (!wanted) {
    console.log(help)
    return 0
  }
  const { model } = wanted
  if (canBeMutated(model)) return run(wanted)
  console.error(`${model} has no record. Make one: npm run conform -- ${model} --record`)
  return 3
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
