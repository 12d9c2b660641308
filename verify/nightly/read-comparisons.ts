/** From what `conform --json` wrote to where a model and the real thing part. */
import { saysTooLittle } from '../conformance/told.ts'
import { comparisons } from './shapes.ts'
import { nothingFound, type Drift, type Findings, type PartRun, type Skip } from './types.ts'

export function readComparisons({ part, json, seconds }: PartRun): Findings {
  const found = nothingFound(part.name, seconds)
  for (const run of comparisons.parse(json).runs) {
    const what = `${run.model} on ${run.target}`
    if ('missing' in run) {
      found.skips.push({ part: part.name, what, why: run.missing } satisfies Skip)
      continue
    }
    const { counts, examples, environment, seed, model, target } = run
    found.cases.agree += counts.agrees
    found.cases.differ += counts.differs
    found.cases.declared += counts.declared
    found.cases.notApplicable += counts['not-applicable']
    found.environments.push(environment)
    const tooLittle = saysTooLittle(counts)
    if (counts.differs === 0 && tooLittle !== undefined)
      found.skips.push({ part: part.name, what, why: tooLittle } satisfies Skip)
    else if (counts.differs === 0) found.passed += 1
    else
      found.drifts.push({
        ...{ kind: 'model', part: part.name },
        what: `the model ${model} on ${target}: ${counts.differs} of ${total(counts)} cases differ, seed ${seed}`,
        detail: examples.flatMap(({ lines }) => lines).join('\n'),
        todo: `npm run conform -- ${model} --target ${target} --case ${examples[0]?.seed ?? seed}; then mend the model, or declare the difference.`,
      } satisfies Drift)
  }
  return found
}

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
