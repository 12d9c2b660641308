/** Where records lie: beside the model. The packed one holds the proof, the plain one what a page shows of it. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  counterexamplesSchema,
  recordSchema,
  summarize,
  type ConformanceRecord,
  type Counterexample,
  type Subject,
  type Summary,
} from '#conformance'
import { projectRoot } from '#verify/program/index.ts'

export const sizeLimit = 300_000

const folderOf = (model: string): string => join(projectRoot, 'src/models', model, 'records')

export const recordFile = (model: string, target: string): string =>
  join(folderOf(model), `${target}.json.gz`)

export const summaryFile = (model: string, target: string): string => join(folderOf(model), `${target}.json`)

const counterexamplesFile = (model: string): string => join(folderOf(model), 'counterexamples.json')

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Refuses what is too large to be kept in a repository. */
export const writeRecord = (record: ConformanceRecord): number => {
  const packed = gzipSync(JSON.stringify(record), { level: 9 })
  const file = recordFile(record.model, record.target)
  if (packed.length > sizeLimit)
    throw new Error(`${file}: expected at most ${sizeLimit} bytes, got ${packed.length}; record fewer cases`)
  mkdirSync(folderOf(record.model), { recursive: true })
  writeFileSync(file, packed)
  writeFileSync(summaryFile(record.model, record.target), json(summarize(record)))
  return packed.length
}

type Schemas<I, A, S> = Pick<Subject<I, A, S>, 'model' | 'caseSchema' | 'seenSchema'>

export const recordedTargets = (model: string): readonly string[] =>
  globSync(join(folderOf(model), '*.json.gz'))
    .map((file) => basename(file, '.json.gz'))
    .sort()

export const readRecord = <I, A, S>(subject: Schemas<I, A, S>, target: string): ConformanceRecord<I, A, S> =>
  recordSchema(subject).parse(
    JSON.parse(gunzipSync(readFileSync(recordFile(subject.model, target))).toString()),
  )

export const readSummary = (model: string, target: string): Summary =>
  JSON.parse(readFileSync(summaryFile(model, target), 'utf8')) as Summary

export const readCounterexamples = <I, A, S>(
  subject: Schemas<I, A, S>,
): readonly Counterexample<I, A, S>[] => {
  const file = counterexamplesFile(subject.model)
  return existsSync(file) ? counterexamplesSchema(subject).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}

/** They never expire: one more is added, none is taken away. */
export const keepCounterexample = <I, A, S>(
  subject: Schemas<I, A, S>,
  found: Counterexample<I, A, S>,
): string => {
  const file = counterexamplesFile(subject.model)
  mkdirSync(folderOf(subject.model), { recursive: true })
  writeFileSync(file, json([...readCounterexamples(subject), found]))
  return file
}
