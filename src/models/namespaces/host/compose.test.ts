import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Extent } from '../kinds.ts'
import { idsOf } from '../observe-kinds.ts'
import { step } from '../step.ts'
import type { Action, State } from '../types.ts'
import { compose, insideOf, wayOut } from './compose.ts'
import { spansOf } from './spans.ts'
import { actors, alpha, begin, beta, dash, hostIds, overflow, sh, sudo, you } from './world.ts'

const play = (moves: readonly Action[]): State => moves.reduce((so, move) => step(so, move).state, begin())

/** Lines that follow each other inside with a gap now and then, and never at once outside. */
const linesFrom = (inside: number, outside: number, most: number) =>
  fc
    .array(fc.record({ gap: fc.nat(2), count: fc.integer({ min: 1, max: most }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((runs) =>
      runs.map(({ gap, count }, at): Extent => {
        const before = runs.slice(0, at).reduce((sum, run) => sum + run.gap + run.count, gap)
        const gaps = runs.slice(0, at + 1).reduce((sum, run) => sum + run.gap, 0)
        return [inside + before, outside + before + gaps + at, count]
      }),
    )

/** Two namespaces, one in the other; the inner map may ask for numbers that the outer one lacks, and then stays unwritten. */
const nested = fc.tuple(linesFrom(1, you + 1, 12), linesFrom(0, 0, 2)).map(([outer, inner]) =>
  play([
    { do: 'map', by: sudo, of: sh, file: 'uid', extents: [[0, you, 1], ...outer] },
    { do: 'map', by: sudo, of: sh, file: 'gid', extents: [[0, you, 1]] },
    { do: 'clone', by: sh, comm: 'dash', kinds: ['user'] },
    { do: 'map', by: sh, of: dash, file: 'uid', extents: inner },
  ]),
)

describe('of nested maps', () => {
  test('of many cases both maps are written', () => {
    const written = fc.sample(nested, 500).filter(({ users }) => users[beta]?.maps.uid)
    expect(written.length).toBeGreaterThan(100)
  })

  test('one’s own number is what the model, and so the kernel, tells each process', () => {
    fc.assert(
      fc.property(nested, (state) => {
        for (const process of actors(state))
          expect(insideOf(compose(state, process.user, 'uid'), you) ?? overflow).toBe(
            idsOf(state, process)[0],
          )
      }),
      { numRuns: 1000 },
    )
  })

  test('out and in again is the same number, and where nothing leads out nothing leads in', () => {
    fc.assert(
      fc.property(nested, fc.nat(40), fc.constantFrom(alpha, beta), (state, id, user) => {
        if (!state.users[user]) return
        const way = wayOut(state, user, 'uid', id)
        const pieces = compose(state, user, 'uid')
        expect(pieces).toHaveLength(state.users[user].maps.uid?.length ?? 0)
        if (way.leads === 'to-host') expect(insideOf(pieces, way.id)).toBe(id)
        else expect(pieces.some(({ inside, count }) => inside <= id && id < inside + count)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('the rows are all numbers of the host, each once', () => {
    fc.assert(
      fc.property(nested, (state) => {
        const spans = spansOf(state, 'uid')
        expect(spans[0]?.first).toBe(0)
        spans.forEach(({ first, count }, at) => expect(first + count).toBe(spans[at + 1]?.first ?? hostIds))
      }),
      { numRuns: 300 },
    )
  })
})
