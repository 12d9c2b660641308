/** `npm run mutate`: how many small faults in a model the offline replay of its record would notice. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#verify/program/index.ts'
import { benches } from '../benches.ts'
import { recordedTargets } from '../record-file.ts'
import { mutantsOf, type Mutant } from './operators.ts'

const help = `Changes a model's code in small ways, one at a time, and puts each to the model's record alone.

  npm run mutate -- namespaces
  npm run mutate -- namespaces --only setns      mutants of files whose name holds this
  npm run mutate -- namespaces --every 5         each fifth mutant

Not mutated, since no record can notice: types, the generator, scenarios, links, the facts of reasons,
what the model leaves out, and the end of the machine.
Exit codes: 2 the call is wrong, 1 fewer than 90 % are killed, 3 there is no record, 0.`

/** A mutant that has not come back by then runs for ever: that is noticed too. */
const patience = 20_000
const bar = 0.9

/** What a prediction goes through. */
const notMutated =
  /(\.test|types|kinds|rules|cases|scenarios|invariants|move-text|renumber|result|index)\.ts$/

const models = [...new Set([...benches.values()].map((bench) => bench(({ subject }) => subject.model)))]

const readMutants = (model: string, only: string): readonly Mutant[] =>
  globSync(`src/models/${model}/*.ts`, { cwd: projectRoot })
    .filter((file) => !notMutated.test(file) && file.includes(only))
    .sort()
    .flatMap((file) => mutantsOf(file, readFileSync(join(projectRoot, file), 'utf8')))

/** Resolves with the numbers of those that nobody noticed. */
const findSurvivors = (model: string, mutants: readonly Mutant[]): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const survivors: number[] = []
    const startAt = (from: number): void => {
      if (from >= mutants.length) return resolve(survivors)
      let next = from
      let timer: NodeJS.Timeout | undefined
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { model, mutants, from },
      })
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => void worker.terminate().then(() => startAt(next + 1)), patience)
      }
      wait()
      worker.on('message', ({ number, killed }: { number: number; killed: boolean }) => {
        if (!killed) survivors.push(number)
        next = number + 1
        if (process.stderr.isTTY) process.stderr.write(`\r${next} of ${mutants.length}`)
        if (next < mutants.length) return wait()
        clearTimeout(timer)
        void worker.terminate().then(() => resolve(survivors))
      })
      worker.once('error', (error) => {
        clearTimeout(timer)
        reject(error)
      })
    }
    startAt(0)
  })

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

const run = async (model: string, only: string, every: number): Promise<number> => {
  if (recordedTargets({ model }).length === 0) {
    console.error(`${model} has no record. Make one: npm run conform -- ${model} --cases 10000 --record`)
    return 3
  }
  const started = Date.now()
  const mutants = readMutants(model, only).filter((_, at) => at % every === 0)
  if (mutants.length === 0) {
    console.error(`${model}: nothing to mutate; src/models/${model} has no file of that name`)
    return 2
  }
  const survivors = await findSurvivors(model, mutants)
  const killed = mutants.length - survivors.length
  for (const number of survivors) {
    const { file, line, operator, before, after } = mutants[number] as Mutant
    console.log(`survives: ${file}:${line} ${operator}: ${shorten(before)} → ${shorten(after)}`)
  }
  const share = killed / mutants.length
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(
    `${model}: ${killed} of ${mutants.length} mutants killed (${(share * 100).toFixed(1)} %) in ${seconds} s`,
  )
  return share >= bar ? 0 : 1
}

const main = async (): Promise<number> => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string', default: '' },
        every: { type: 'string', default: '1' },
      },
    })
    if (values.help) {
      console.log(help)
      return 0
    }
    const [model = 'namespaces'] = positionals
    if (!models.includes(model))
      throw new TypeError(`expected a model (${models.join(', ')}), got "${model}"`)
    const every = Number(values.every)
    if (!Number.isInteger(every) || every < 1)
      throw new TypeError(`--every: expected 1 or more, got "${values.every}"`)
    return await run(model, values.only, every)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
}

process.exitCode = await main()
