/** Set-ups of one shape each, and random numbers: what chance alone would seldom make. */
import { randomInt, type Random } from '#kit'
import type { Action, GroupInput, Input, Version } from './types.ts'

export type Case = { readonly input: Input; readonly actions: readonly Action[] }

export type Ground = {
  readonly version: Version
  readonly mayLower: boolean
  /** whether files can be read that the kernel can drop again */
  readonly reads: boolean
}

/** What a new process of the actors is charged, about. */
export const own = 50

/** memory.high slows down for seconds who is far over it: just over it is enough to see. */
export const highCase = (random: Random, ground: Ground): Case => {
  const high = 5000 + 500 * randomInt(random, 5)
  const nested = random() < 0.5
  const groups: readonly GroupInput[] = nested
    ? [
        { name: 'top', max: 12_000, high },
        { name: 'a', parent: 'top' },
        { name: 'b', parent: 'top' },
      ]
    : [
        { name: 'top', max: 12_000 },
        { name: 'a', parent: 'top', high },
        { name: 'b', parent: 'top' },
      ]
  const over = random() < 0.75
  const first = 1000 + 100 * randomInt(random, 20)
  return {
    input: {
      ...{ version: ground.version, mayLower: ground.mayLower, own, groups },
      processes: [
        { name: 'p1', group: 'a' },
        { name: 'p2', group: nested ? 'b' : 'a' },
      ],
    },
    actions: [
      { do: 'allocate', by: 'p1', pages: first },
      { do: 'allocate', by: 'p2', pages: high - first + (over ? 150 : -700) },
    ],
  }
}

/** Someone outside the full group holds more than anyone in it. On v1 one of the two within is spoken to afterwards. */
export const outsiderCase = (random: Random, { version, mayLower }: Ground): Case => {
  const max = 3000 + 500 * randomInt(random, 5)
  return {
    input: {
      ...{ version, mayLower, own },
      groups: [
        { name: 'top', max: 16_000 },
        { name: 'a', parent: 'top', max },
        { name: 'b', parent: 'top' },
      ],
      processes: [
        { name: 'p1', group: 'a', ...(random() < 0.5 ? { adj: 100 * randomInt(random, 11) } : {}) },
        { name: 'p2', group: 'a' },
        { name: 'p3', group: 'b' },
      ],
    },
    actions: [
      { do: 'allocate', by: 'p3', pages: max + 500 + 100 * randomInt(random, 20) },
      { do: 'allocate', by: 'p1', pages: 500 + 100 * randomInt(random, 25) },
      { do: 'allocate', by: 'p2', pages: 1500 + 100 * randomInt(random, 30) },
      ...(version === 'v1' ? [{ do: 'adjust', by: 'p2', adj: 500 } as const] : []),
    ],
  }
}

/** Everyone in a group is exempt, from the beginning or by and by. */
export const exemptCase = (random: Random, { version, mayLower }: Ground): Case => {
  const outer = random() < 0.5
  const max = 3000 + 500 * randomInt(random, 5)
  return {
    input: {
      ...{ version, mayLower, own },
      groups: [
        { name: 'top', max: outer ? max : 16_000 },
        { name: 'a', parent: 'top', ...(outer ? {} : { max }) },
      ],
      processes: [
        { name: 'p1', group: 'a', adj: -1000 },
        { name: 'p2', group: 'a', ...(random() < 0.5 ? { adj: -1000 } : {}) },
      ],
    },
    actions: [
      { do: 'adjust', by: 'p2', adj: -1000 },
      { do: 'allocate', by: 'p1', pages: 500 + 100 * randomInt(random, 15) },
      { do: 'allocate', by: 'p2', pages: max },
    ],
  }
}

/** A file that is read over another: the older pages make room. Below one limit it does not matter whose they are. */
const readOver = (random: Random, max: number, by: string): readonly Action[] => {
  const first = 2000 + 100 * randomInt(random, 10)
  return [
    { do: 'read', by: 'p1', pages: first },
    { do: 'read', by, pages: max - first + 500 + 100 * randomInt(random, 8) },
  ]
}

/** A limit below what two files have: as many pages are dropped as are too many, and no more. */
const readUnder = (random: Random, by: string): readonly Action[] => {
  const [first, second] = [2000 + 100 * randomInt(random, 10), 1500 + 100 * randomInt(random, 10)]
  return [
    { do: 'read', by: 'p1', pages: first },
    { do: 'read', by, pages: second },
    { do: 'limit', group: 'top', max: first + second - 1200 - 100 * randomInt(random, 4) },
  ]
}

/** File pages make room: for other files, for a lower limit, and for what is allocated then. */
export const cacheCase = (random: Random, { version, mayLower }: Ground): Case => {
  const max = 6000 + 500 * randomInt(random, 5)
  const by = random() < 0.5 ? 'p1' : 'p2'
  return {
    input: {
      ...{ version, mayLower, own },
      groups: [
        { name: 'top', max },
        { name: 'a', parent: 'top' },
        { name: 'b', parent: 'top' },
      ],
      processes: [
        { name: 'p1', group: 'a' },
        { name: 'p2', group: 'b' },
      ],
    },
    actions: [
      ...(random() < 0.5 ? readOver(random, max, by) : readUnder(random, by)),
      { do: 'allocate', by: 'p1', pages: 800 },
    ],
  }
}
