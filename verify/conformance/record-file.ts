/** Where records lie: beside the model. The packed one holds the proof, the plain one what a page shows of it. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  agreementOf,
  counterexamplesSchema,
  recordName,
  recordSchema,
  summarize,
  targets,
  type ConformanceRecord,
  type Counterexample,
  type Agreement,
  type Mutation,
  type Subject,
  type Summary,
  type Target,
} from '#conformance'
import { projectRoot } from '#verify/program/index.ts'

export const sizeLimit = 300_000

const folderOf = (model: string): string => join(projectRoot, 'src/models', model, 'records')

type Named = { readonly model: string; readonly aspect?: string | undefined }

export const recordFile = (named: Named, target: Target): string => `${summaryFile(named, target)}.gz`

export const summaryFile = (named: Named, target: Target): string =>
  join(folderOf(named.model), `${recordName(named, target)}.json`)

const mutationFile = (model: string): string => join(folderOf(model), 'mutation.json')

export const writeMutation = (found: Mutation): string => {
  mkdirSync(folderOf(found.model), { recursive: true })
  writeFileSync(mutationFile(found.model), json(found))
  return mutationFile(found.model)
}

export const readMutation = (model: string): Mutation | undefined =>
  existsSync(mutationFile(model)) ? (readJson(mutationFile(model)) as Mutation) : undefined

/** Of every record of a model together: what its widgets show. */
export const agreementFile = (model: string): string => join(folderOf(model), 'agreement.json')

const counterexamplesFile = ({ model, aspect }: Named): string =>
  join(folderOf(model), aspect === undefined ? 'counterexamples.json' : `${aspect}.counterexamples.json`)

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Refuses what is too large to be kept in a repository. */
export const writeRecord = (record: ConformanceRecord): number => {
  const packed = gzipSync(JSON.stringify(record), { level: 9 })
  const file = recordFile(record, record.target)
  if (packed.length > sizeLimit)
    throw new Error(`${file}: expected at most ${sizeLimit} bytes, got ${packed.length}; record fewer cases`)
  mkdirSync(folderOf(record.model), { recursive: true })
  writeFileSync(file, packed)
  writeFileSync(summaryFile(record, record.target), json(summarize(record)))
  writeFileSync(agreementFile(record.model), json(gatherAgreement(record.model)))
  return packed.length
}

type Schemas<I, A, S> = Pick<Subject<I, A, S>, 'model' | 'aspect' | 'caseSchema' | 'seenSchema'>

export const recordedTargets = (named: Named): readonly Target[] =>
  targets.filter((target) => existsSync(recordFile(named, target)))

export const readRecord = <I, A, S>(subject: Schemas<I, A, S>, target: Target): ConformanceRecord<I, A, S> =>
  recordSchema(subject).parse(JSON.parse(gunzipSync(readFileSync(recordFile(subject, target))).toString()))

export const gatherAgreement = (model: string): readonly Agreement[] =>
  globSync(join(folderOf(model), '*.json.gz'))
    .sort()
    .map((file) => readJson(file.slice(0, -'.gz'.length)) as Summary)
    .map(agreementOf)

export const readAgreement = (model: string): unknown => readJson(agreementFile(model))

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

export const readSummary = (named: Named, target: Target): Summary =>
  readJson(summaryFile(named, target)) as Summary

export const readCounterexamples = <I, A, S>(
  subject: Schemas<I, A, S>,
): readonly Counterexample<I, A, S>[] => {
  const file = counterexamplesFile(subject)
  return existsSync(file) ? counterexamplesSchema(subject).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}

/** They never expire: one more is added, none is taken away. */
export const keepCounterexample = <I, A, S>(
  subject: Schemas<I, A, S>,
  found: Counterexample<I, A, S>,
): string => {
  const file = counterexamplesFile(subject)
  mkdirSync(folderOf(subject.model), { recursive: true })
  writeFileSync(file, json([...readCounterexamples(subject), found]))
  return file
}
