/**
 * `src/models/<model>/mutants.yaml`, written and reviewed by hand: what is not mutated, and which mutants no record
 * notices, each with its reason. A survivor without one fails, and so does a reason whose mutant no longer survives.
 */
import { z } from 'astro/zod'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '#verify/program/index.ts'
import { describeMutants } from './describe.ts'
import type { Mutant } from './operators.ts'

const why = z.string().min(15, 'expected a reason in words')

const schema = z.strictObject({
  /** a file, or `file#name` for one declaration in it */
  notMutated: z.record(z.string(), why),
  survivors: z.array(
    z.strictObject({
      file: z.string(),
      /** the line's text, so that lines may move */
      line: z.string(),
      /** as `npm run mutate` prints them: `swap: && → ||` */
      changes: z.array(z.string()).min(1),
      why,
    }),
  ),
})

export type Explanations = z.infer<typeof schema>

export const explanationsFile = (model: string): string => join('src/models', model, 'mutants.yaml')

export const readExplanations = (model: string): Explanations => {
  const file = join(projectRoot, explanationsFile(model))
  if (!existsSync(file)) return { notMutated: {}, survivors: [] }
  const read = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${explanationsFile(model)}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** The names of the mutants that have a reason to survive. */
export const explainedNames = ({ survivors }: Pick<Explanations, 'survivors'>): ReadonlySet<string> =>
  new Set(
    survivors.flatMap(({ file, line, changes }) => changes.map((change) => `${file}: ${line}: ${change}`)),
  )

export type Matched = {
  /** survivors without a reason */
  readonly unexplained: readonly string[]
  /** reasons that speak of no survivor */
  readonly outdated: readonly string[]
}

/** `mutants` are all that were tried, `survivors` the numbers of those that nobody noticed. */
export const matchSurvivors = (
  mutants: readonly Mutant[],
  survivors: readonly number[],
  explanations: Pick<Explanations, 'survivors'>,
): Matched => {
  const names = describeMutants(mutants)
  const surviving = new Set(survivors.map((number) => names[number] ?? ''))
  const reasons = explainedNames(explanations)
  return {
    unexplained: [...surviving].filter((name) => !reasons.has(name)),
    outdated: [...reasons].filter((name) => !surviving.has(name)),
  }
}
