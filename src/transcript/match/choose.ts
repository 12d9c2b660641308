/** `@when`: which of a command's expectations holds on a target. */
import type { Command, Condition, Expectation } from '../types.ts'

/** What a probe of the target found: `{ cgroup: 'v1', kernel: '6.18.5', iptables: 'nft', target: 'host' }`. */
export type Facts = Readonly<Record<string, string>>

/** The first whose condition holds, or else the default; none of either: the command differs. */
export function chooseExpectation(command: Command, facts: Facts): Expectation | undefined {
  const { expectations } = command
  return (
    expectations.find(({ when }) => when !== undefined && holds(when, facts)) ??
    expectations.find(({ when }) => when === undefined)
  )
}

/** A fact that the probe did not find makes no condition true, `!=` neither. */
export function holds({ fact, operator, value }: Condition, facts: Facts): boolean {
  if (!Object.hasOwn(facts, fact)) return false
  const found = facts[fact]!
  const one = numbersOf(found)
  const other = numbersOf(value)
  const order = one && other ? compareNumbers(one, other) : undefined
  switch (operator) {
    case '=':
      return order === undefined ? found === value : order === 0
    case '!=':
      return order === undefined ? found !== value : order !== 0
    case '<':
      return order !== undefined && order < 0
    case '<=':
      return order !== undefined && order <= 0
    case '>':
      return order !== undefined && order > 0
    case '>=':
      return order !== undefined && order >= 0
  }
}

/** `v1.36.2+k3s1` is 1, 36, 2: what follows the numbers is not compared. */
function numbersOf(text: string): number[] | undefined {
  const version = /^v?(\d+(?:\.\d+)*)(?:[-+~_].*)?$/.exec(text)?.[1]
  return version?.split('.').map(Number)
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
