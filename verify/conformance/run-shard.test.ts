/** What is measured may be disturbed: a difference has to come again. */
import { z } from 'astro/zod'
import { expect, test } from 'vitest'
import type { Subject } from '#conformance'
import type { Real } from './real.ts'
import { judgeCase } from './run-shard.ts'

type Figure = Subject<null, never, number>

const figure: Figure = {
  ...{ model: 'figure', rules: ['figure/is'], declared: [] },
  uncheckable: () => [],
  makeCase: () => ({ input: null, actions: [] }),
  predict: () => ({ seen: [10], rules: ['figure/is'] }),
  measured: {
    unit: 'points',
    judge: (_, [predicted = 0], [observed = 0]) => {
      const error = Math.abs(predicted - observed)
      return error <= 2
        ? { is: 'agrees', error }
        : { is: 'differs', error, difference: { at: 0, predicted, observed } }
    },
  },
  keep: (given) => given,
  tell: () => [],
  link: () => undefined,
  caseSchema: z.object({ input: z.null(), actions: z.array(z.never()) }),
  seenSchema: z.number(),
}

const showing = (...figures: readonly number[]): Real<null, never, number> => {
  const left = [...figures]
  return {
    lacks: () => undefined,
    see: () => {
      const next = left.shift()
      return next === undefined ? Promise.reject(new Error('asked too often')) : Promise.resolve([next])
    },
    end: () => Promise.resolve(),
  }
}

test.each([
  ['agrees at once', [11], { is: 'agrees', error: 1 }, ['figure/is']],
  ['was disturbed once', [13, 10, 11], { is: 'not-applicable' }, []],
  ['differs again', [13, 14], { is: 'differs', error: 3 }, ['figure/is']],
  ['differs the third time', [13, 10, 14], { is: 'differs', error: 3 }, ['figure/is']],
] as const)('a measure that %s', async (_, figures, verdict, rules) => {
  const judged = await judgeCase(figure, showing(...figures), figure.makeCase(1, 'host'), 1)
  expect(judged.verdict).toMatchObject(verdict)
  expect(judged.rules).toEqual(rules)
})

test('without measuring nothing is asked twice', async () => {
  const { measured: _, ...exact } = figure
  const judged = await judgeCase(exact, showing(13), figure.makeCase(1, 'host'), 1)
  expect(judged.verdict.is).toBe('differs')
})
