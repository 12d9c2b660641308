/** What mutants of a model are put to: the records of its benches, and a second reading of the rules it follows. */
import { benches } from '../benches.ts'
import { recordedTargets } from '../record-file.ts'

/** Of models that no machine is asked about, or none exactly: a module whose `firstDisagreement` finds a case in which the two part. */
export const secondReadings: ReadonlyMap<string, string> = new Map([
  ['cpu-time', 'src/models/cpu-time/second-reading.fixture.ts'],
  ['pod-cgroups', 'src/models/pod-cgroups/second-reading.fixture.ts'],
])

export type SecondReading = { readonly firstDisagreement: () => number | undefined }

export const mutableModels: readonly string[] = [
  ...new Set([...benches.values()].map((bench) => bench(({ subject }) => subject.model))),
  ...secondReadings.keys(),
]

export const canBeMutated = (model: string): boolean =>
  secondReadings.has(model) ||
  [...benches.values()].some((bench) =>
    bench(({ subject }) => subject.model === model && recordedTargets(subject).length > 0),
  )
