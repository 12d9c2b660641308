/** Every mutant of a model's code, but for what its mutants.yaml leaves alone. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '#verify/program/index.ts'
import { describeMutants } from './describe.ts'
import { readExplanations } from './explanations.ts'
import { mutantsOf, type Mutant } from './operators.ts'

/** Nothing in them is ever run. */
const neverMutated = /(\.test|\.fixture|types|index)\.ts$/

export const readMutants = (model: string): readonly Mutant[] => {
  const left = Object.keys(readExplanations(model).notMutated)
  return globSync(`src/models/${model}/*.ts`, { cwd: projectRoot })
    .filter((file) => !neverMutated.test(file) && !left.includes(basename(file)))
    .sort()
    .flatMap((file) => {
      const prefix = `${basename(file)}#`
      const names = left.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
      return mutantsOf(file, readFileSync(join(projectRoot, file), 'utf8'), names)
    })
}

/** Changes when the code does, whatever its comments say. */
export const hashMutants = (mutants: readonly Mutant[]): string =>
  createHash('sha256').update(describeMutants(mutants).join('\n')).digest('hex').slice(0, 16)
