/**
 * Of each model that is put to the real thing, a sample of what `npm run mutate` does as a whole. That the model itself
 * agrees with what judges its mutants is seen in replay.test.ts, and of second readings in the model's own tests.
 */
import { describe, expect, test } from 'vitest'
import { readMutation } from '../record-file.ts'
import { describeMutants } from './describe.ts'
import { explainedNames, explanationsFile, matchSurvivors, readExplanations } from './explanations.ts'
import { findSurvivors } from './find-survivors.ts'
import { mutableModels } from './models.ts'
import type { Mutant } from './operators.ts'
import { hashMutants, readMutants } from './read-mutants.ts'

/** Enough to see that the records bite; the whole takes minutes. */
const sample = 12

/** Milliseconds: the slowest takes two. One that runs for ever shall not make this long. */
const patience = { step: 3_000, mutant: 12_000 }

const mutated = mutableModels.filter((model) => readMutation(model))

describe.each(mutated)('mutants of %s', (model) => {
  const mutants = readMutants(model)
  const explanations = readExplanations(model)

  test('are those whose figures are shown', () => {
    const recorded = readMutation(model)
    const hint = `the code has changed; run npm run mutate -- ${model} --record`
    expect(recorded?.code, hint).toBe(hashMutants(mutants))
    expect(recorded?.mutants).toBe(mutants.length)
    expect((recorded?.killed ?? 0) / mutants.length).toBeGreaterThanOrEqual(0.9)
  })

  test('that are explained exist', () => {
    const every = mutants.map((_, at) => at)
    expect(matchSurvivors(mutants, every, explanations).outdated, explanationsFile(model)).toEqual([])
  })

  test('are killed where none is explained, in a sample', async () => {
    const explained = explainedNames(explanations)
    const names = describeMutants(mutants)
    const unexplained = mutants.filter((_, at) => !explained.has(names[at] ?? ''))
    const step = Math.ceil(unexplained.length / sample)
    const drawn = unexplained.filter((_, at) => at % step === 0)
    expect(await findSurvivors(model, drawn, { patience })).toEqual([])
  }, 120_000)
})

describe('survivors and their reasons', () => {
  const mutant = (before: string, line = 1): Mutant => ({
    ...{ file: 'src/models/x/a.ts', line, text: 'if (a && b && c) return' },
    ...{ operator: 'swap', start: 0, end: 0, before, after: '||' },
  })
  const mutants = [mutant('&&'), mutant('&&'), mutant('!')]
  const explain = (...changes: string[]) => ({
    survivors: [{ file: 'a.ts', line: 'if (a && b && c) return', changes, why: 'it is for the compiler' }],
  })

  test('one without a reason is named', () => {
    expect(matchSurvivors(mutants, [1], explain('swap: ! → ||')).unexplained).toEqual([
      'a.ts: if (a && b && c) return: swap: && → || (2)',
    ])
  })

  test('a reason for what is killed by now is named', () => {
    expect(matchSurvivors(mutants, [], explain('swap: ! → ||')).outdated).toHaveLength(1)
  })

  test('two that read the same are told apart', () => {
    const both = explain('swap: && → ||', 'swap: && → || (2)')
    expect(matchSurvivors(mutants, [0, 1], both)).toEqual({ unexplained: [], outdated: [] })
  })
})
