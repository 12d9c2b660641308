import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOf, step, type Action, type Extent, type State } from '#models/namespaces'
import { compose, insideOf, wayOut } from './compose.ts'
import { spansOf } from './spans.ts'
import { actors, beta, dash, machine, sh, sudo, you } from './world.ts'

const extent: fc.Arbitrary<Extent> = fc.tuple(
  fc.nat(30),
  fc.integer({ min: you - 20, max: you + 20 }),
  fc.integer({ min: 1, max: 15 }),
)
const extents = fc.array(extent, { minLength: 1, maxLength: 3 })

const play = (moves: readonly Action[]): State => moves.reduce((so, move) => step(so, move).state, machine)

/** Two namespaces, one in the other; maps that the model refuses stay unwritten. */
const nested = fc.tuple(extents, extents).map(([outer, inner]) =>
  play([
    { do: 'map', by: sudo, of: sh, file: 'uid', extents: outer },
    { do: 'map', by: sudo, of: sh, file: 'gid', extents: outer },
    { do: 'clone', by: sh, comm: 'dash', kinds: ['user'] },
    { do: 'map', by: sh, of: dash, file: 'uid', extents: inner.map(([i, o, c]) => [i, o - you + 10, c]) },
  ]),
)

test('one’s own number is what the model, and so the kernel, tells each process', () => {
  fc.assert(
    fc.property(nested, (state) => {
      for (const process of actors(state))
        expect(insideOf(compose(state, process.user, 'uid'), you) ?? 65534).toBe(idsOf(state, process)[0])
    }),
    { numRuns: 2000 },
  )
})

test('out and in again is the same number', () => {
  fc.assert(
    fc.property(nested, fc.nat(40), fc.constantFrom(2, beta), (state, id, user) => {
      const way = wayOut(state, user, 'uid', id)
      if (way.leads === 'to-host' && state.users[user])
        expect(insideOf(compose(state, user, 'uid'), way.id)).toBe(id)
    }),
    { numRuns: 2000 },
  )
})

test('the rows are all numbers of the host, each once', () => {
  fc.assert(
    fc.property(nested, (state) => {
      const spans = spansOf(state, 'uid')
      spans.forEach(({ first, count }, at) => expect(first + count).toBe(spans[at + 1]?.first ?? 4294967295))
      expect(spans[0]?.first).toBe(0)
    }),
  )
})
