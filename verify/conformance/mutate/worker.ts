/**
 * Puts mutants to the covering set, one after the other, each in a module graph of its own: a query behind the address
 * of the model's files is carried on to whatever they import of it.
 */
import { judgeKept, judgeCounterexample, namespaces } from '#conformance'
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { projectRoot } from '#verify/program/index.ts'
import { readCounterexamples, readRecord, recordedTargets } from '../record-file.ts'
import { applyMutant, type Mutant } from './operators.ts'

const { mutants, from } = workerData as { mutants: readonly Mutant[]; from: number }

const own = ['src/models/', 'src/conformance/subjects/'].map(
  (folder) => pathToFileURL(join(projectRoot, folder)).href,
)
const isOwn = (url: string): boolean => own.some((folder) => url.startsWith(folder))

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
    const text = readFileSync(file, 'utf8')
    const mutant = mutants[Number(number)]
    const source = mutant && join(projectRoot, mutant.file) === file ? applyMutant(text, mutant) : text
    return { format: 'module', source: stripTypeScriptTypes(source), shortCircuit: true }
  },
})

const kept = recordedTargets('namespaces').flatMap((target) => readRecord(namespaces, target).covering)
const known = readCounterexamples(namespaces)

/** A fault, or an exception: either way the record has noticed. */
const isKilled = async (number: number): Promise<boolean> => {
  try {
    const address = pathToFileURL(join(projectRoot, `src/conformance/subjects/namespaces.ts`)).href
    const { namespaces: mutated } = (await import(`${address}?mutant=${number}`)) as {
      namespaces: typeof namespaces
    }
    return (
      kept.some((each) => judgeKept(mutated, each).length > 0) ||
      known.some((each) => judgeCounterexample(mutated, each).length > 0)
    )
  } catch {
    return true
  }
}

for (let number = from; number < mutants.length; number++)
  parentPort?.postMessage({ number, killed: await isKilled(number) })
