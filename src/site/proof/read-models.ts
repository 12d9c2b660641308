import type { Summary } from '#conformance'

const files = import.meta.glob<Summary>('/src/models/*/records/*.json', { import: 'default', eager: true })

/** What the last recorded comparison of each model with each target came to. */
export const modelSummaries: readonly Summary[] = Object.entries(files)
  .filter(([path]) => !path.endsWith('counterexamples.json') && !path.endsWith('/agreement.json'))
  .map(([, summary]) => summary)
