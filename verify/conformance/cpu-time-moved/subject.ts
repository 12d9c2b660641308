/**
 * The model `cpu-time`, its side `moved`: trees of busy loops that the kernel moves between two CPUs. The model divides
 * both at once by weight, one CPU a loop at most; the kernel's balancing comes near this, so only the mean is held to a
 * bar (two points), in the test beside this. A single tree may be off by as much as a badly placed loop makes it.
 */
import { randomFrom } from '#kit'
import { randomTree, root, type Input, type Rule } from '#models/cpu-time'
import { indexOf, rulesOf, seenShares, sharesOf, spoiltBy, worstOf } from '../cpu-time/shares.ts'
import { caseOf, inputOf, treeSubject } from '../cpu-time/trees.ts'

const rules: readonly Rule[] = [
  'cpu-time/moved-by-the-kernel',
  'cpu-time/one-thread-one-cpu',
  'cpu-time/rest-to-the-others',
  'cpu-time/weight-among-rivals',
]

const loopsIn = ({ groups }: Input): number =>
  groups.flatMap(({ threads }) => threads.filter(({ does }) => does === 'loop')).length

/** In points of one CPU: what balancing can make of a tree, and no more. */
const bar = 20

/** A large weight and one loop: more than it can use, so that the rest goes to the others. */
const withGiant = (input: Input): Input => {
  const giant = {
    name: 'giant',
    parent: root,
    weight: 10_000,
    threads: [{ cpu: 'any', does: 'loop' }],
  } as const
  return { ...input, groups: [...input.groups, giant] }
}

const makeCase = (seed: number) => {
  const tree = randomTree(seed, making)
  return caseOf(randomFrom(seed ^ 0x5eed)() < 0.6 ? withGiant(tree) : tree)
}

const making = { cpus: 2, pinned: false, besides: false, quotas: false } as const

export const subject = treeSubject({
  aspect: 'moved',
  rules,
  uncheckable: () => [],
  makeCase,
  predict: (given) => ({ seen: [], rules: rulesOf(inputOf(given)).filter((rule) => rules.includes(rule)) }),
  measured: {
    unit: 'points',
    judge: (given, _, [seen]) => {
      const input = inputOf(given)
      if (!seen) return { is: 'not-applicable', why: 'nothing was seen' }
      const wanted = Math.min(input.cpus.length, loopsIn(input))
      const why = spoiltBy(seen, [wanted])
      if (why !== undefined) return { is: 'not-applicable', why }
      const received = (seen.received[0] ?? 0) / seen.wall
      const cpus = input.cpus.map(() => received / wanted)
      const {
        error,
        name,
        predicted,
        seen: had,
      } = worstOf(input, sharesOf({ ...input, cpus }), seenShares(input, seen))
      return error <= bar
        ? { is: 'agrees', error }
        : { is: 'differs', error, difference: { at: indexOf(input, name), predicted, observed: had } }
    },
  },
})
