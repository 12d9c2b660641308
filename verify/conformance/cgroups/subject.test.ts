import { expect, test } from 'vitest'
import { readMove } from '#models/cgroups'
import { subject } from './subject.ts'

const targets = ['vm', 'vm-v1'] as const
const seeds = Array.from({ length: 60 }, (_, at) => at * 7919)

test.each(targets)('%s: a case and what is predicted of it can be read from a file', (target) => {
  for (const seed of seeds) {
    const given = subject.makeCase(seed, target)
    expect(subject.caseSchema.parse(structuredClone(given))).toEqual(given)
    const { seen, leftOut } = subject.predict(given)
    expect(leftOut).toBeUndefined()
    expect(seen).toHaveLength(given.actions.length + 1)
    for (const one of seen) expect(subject.seenSchema.parse(structuredClone(one))).toEqual(one)
  }
})

test.each(targets)('%s: any part of a case is a case too', (target) => {
  for (const seed of seeds) {
    const given = subject.makeCase(seed, target)
    const half = subject.keep(given, (at) => at % 2 === 0)
    expect(half.actions.length).toBe(Math.ceil(given.actions.length / 2))
    expect(subject.predict(half).leftOut).toBeUndefined()
  }
})

test.each(targets)('%s: a link holds every action', (target) => {
  for (const seed of seeds) {
    const given = subject.makeCase(seed, target)
    const [, , , ...moves] = subject.link(given)?.split('.') ?? []
    expect(moves.map(readMove)).toEqual(
      given.actions.map((action) => ({ ...action, on: given.input.version })),
    )
  }
})

test('what one generation alone has cannot fire on the other', () => {
  expect(subject.uncheckable('vm')).toContain('cgroups/move-not-yours')
  expect(subject.uncheckable('vm-v1')).toContain('cgroups/move-common-ancestor')
})
