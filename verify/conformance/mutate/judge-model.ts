/** A model that its records contradict as it stands: then every mutant of it seems to be noticed, and none is. */
import { judgeCounterexample, judgeKept, keptOf } from '#conformance'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '#verify/program/index.ts'
import { benches } from '../benches.ts'
import { readCounterexamples, readRecord, recordedTargets } from '../record-file.ts'
import { secondReadings, type SecondReading } from './models.ts'

const faultsOfRecords = (model: string): readonly string[] =>
  [...benches.values()].flatMap((bench) =>
    bench(({ subject }) =>
      subject.model === model
        ? [
            ...recordedTargets(subject)
              .flatMap((target) => keptOf(readRecord(subject, target)))
              .flatMap((kept) => judgeKept(subject, kept)),
            ...readCounterexamples(subject).flatMap((known) => judgeCounterexample(subject, known)),
          ]
        : [],
    ),
  )

/** What its judges say against the model itself. */
export const judgeModel = async (model: string): Promise<readonly string[]> => {
  const faults = faultsOfRecords(model)
  const reading = secondReadings.get(model)
  if (reading === undefined) return faults
  const own = (await import(pathToFileURL(join(projectRoot, reading)).href)) as SecondReading
  const seed = own.firstDisagreement()
  return seed === undefined
    ? faults
    : [...faults, `the second reading of its rules says otherwise of case ${seed}`]
}
