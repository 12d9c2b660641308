/** Seeded random numbers (mulberry32): the same seed gives the same cases on every machine. */

/** Each call gives the next number in [0, 1). */
export type Random = () => number

export const randomFrom = (seed: number): Random => {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in [0, below). */
export const randomInt = (random: Random, below: number): number => Math.floor(random() * below)

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[randomInt(random, from.length)]
  if (found === undefined)
    throw new RangeError('pick: expected a list with something in it, got an empty one')
  return found
}

/** Picks a name with the chance its weight gives it. */
export const pickWeighted = <K extends string>(random: Random, weights: Readonly<Record<K, number>>): K => {
  const names = Object.keys(weights) as K[]
  let left = random() * names.reduce((sum, name) => sum + weights[name], 0)
  return names.find((name) => (left -= weights[name]) < 0) ?? pick(random, names)
}
