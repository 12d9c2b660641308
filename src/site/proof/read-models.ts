import type { Mutation, Summary } from '#conformance'

const summaries = import.meta.glob<Summary>(
  ['/src/models/*/records/*.json', '!**/*counterexamples.json', '!**/agreement.json', '!**/mutation.json'],
  { import: 'default', eager: true },
)

/** What the last recorded comparison of each model with each target came to. */
export const modelSummaries: readonly Summary[] = Object.values(summaries)

const mutationFiles = import.meta.glob<Mutation>('/src/models/*/records/mutation.json', {
  import: 'default',
  eager: true,
})

/** How many small faults in each model's code its records notice. */
export const mutations: readonly Mutation[] = Object.values(mutationFiles)
