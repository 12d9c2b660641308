/**
 * Puts mutants to the covering sets of a model's records (or to a second reading of its rules), one after the other, each in a module graph of its own: a
 * query behind the address of a subject is carried on to whatever it imports of the model.
 */
import { judgeCounterexample, judgeKept, keptOf, nameOf, type Subject } from '#conformance'
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { projectRoot } from '#verify/program/index.ts'
import { benches } from '../benches.ts'
import { readCounterexamples, readRecord, recordedTargets } from '../record-file.ts'
import { secondReadings, type SecondReading } from './models.ts'
import { applyMutant, type Mutant } from './operators.ts'
import type { Word } from './word.ts'

type Order = { readonly model: string; readonly mutants: readonly Mutant[]; readonly from: number }
const { model, mutants, from } = workerData as Order

const addressOf = (path: string): string => pathToFileURL(join(projectRoot, path)).href

const own = ['src/models/', 'verify/conformance/'].map(addressOf)
const isOwn = (url: string): boolean => own.some((folder) => url.startsWith(folder))

const programOf = (file: string, change: (text: string) => string): string =>
  stripTypeScriptTypes(change(readFileSync(file, 'utf8')))

/** Files that no mutant is of are the same for all. */
const programs = new Map<string, string>()
const plainProgramOf = (file: string): string => {
  const program = programs.get(file) ?? programOf(file, (text) => text)
  programs.set(file, program)
  return program
}

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const number = /\?mutant=(\d+)$/.exec(context.parentURL ?? '')?.[0]
    return number && isOwn(found.url) ? { ...found, url: found.url + number } : found
  },
  load(url, context, next) {
    const number = /\?mutant=(\d+)$/.exec(url)?.[1]
    if (number === undefined) return next(url, context)
    const file = fileURLToPath(url)
    const mutant = mutants[Number(number)]
    const isMutated = mutant && join(projectRoot, mutant.file) === file
    const source = isMutated ? programOf(file, (text) => applyMutant(text, mutant)) : plainProgramOf(file)
    return { format: 'module', source, shortCircuit: true }
  },
})

type Judge = (number: number) => Promise<boolean>

/** Said at most so often: there may be thousands of cases. */
const pace = 1_000
let said = -Infinity
const say = (word: Word): void => parentPort?.postMessage(word)
const sayStep = (): void => {
  if (performance.now() - said < pace) return
  said = performance.now()
  say({ is: 'step' })
}

/** Whether one of these notices; that one is asked first from then on, for mutants of one place are often noticed by one case. */
const askEach = <Each>(those: Each[], notices: (each: Each) => boolean): boolean => {
  const at = those.findIndex((each) => {
    sayStep()
    return notices(each)
  })
  if (at > 0) those.unshift(...those.splice(at, 1))
  return at >= 0
}

/** Whether what is recorded of a subject notices a mutant. */
const judgeWith = <I, A, S>(subject: Subject<I, A, S>): Judge => {
  const kept = recordedTargets(subject).flatMap((target) => keptOf(readRecord(subject, target)))
  const known = [...readCounterexamples(subject)]
  const address = addressOf(`verify/conformance/${nameOf(subject)}/subject.ts`)
  return async (number) => {
    const { subject: mutated } = (await import(`${address}?mutant=${number}`)) as { subject: typeof subject }
    return (
      askEach(kept, (each) => judgeKept(mutated, each).length > 0) ||
      askEach(known, (each) => judgeCounterexample(mutated, each).length > 0)
    )
  }
}

/** The second reading asks the mutant itself: what it imports of the model is mutated too. */
const judgeByReading =
  (path: string): Judge =>
  async (number) => {
    const mutated = (await import(`${addressOf(path)}?mutant=${number}`)) as SecondReading
    return mutated.firstDisagreement() !== undefined
  }

const reading = secondReadings.get(model)
const records = [...benches.values()].flatMap((bench) =>
  bench(({ subject }) => (subject.model === model ? [judgeWith(subject)] : [])),
)
// The second reading first: it is quick, and exact.
const judges = reading === undefined ? records : [judgeByReading(reading), ...records]

/** A fault, or an exception: either way a record has noticed. */
const isKilled = async (number: number): Promise<boolean> => {
  // Each begins with a step, however soon after the last: it may be the one that never ends.
  said = -Infinity
  try {
    for (const judge of judges) if (await judge(number)) return true
    return false
  } catch {
    return true
  }
}

for (let number = from; number < mutants.length; number++)
  say({ is: 'judged', killed: await isKilled(number) })
