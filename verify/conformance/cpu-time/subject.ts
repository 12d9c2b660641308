/**
 * The model `cpu-time` as conformance puts it to a kernel: trees of busy loops, each pinned to one CPU. What each group
 * had in three seconds is held against what the model gives it of the time that the tree received on each CPU.
 */
import type { Target } from '#conformance'
import { divide, init, randomTree, running, type Input, type Rule } from '#models/cpu-time'
import { randomFrom } from '#kit'
import { indexOf, rulesOf, seenShares, sharesOf, spoiltBy, wantedOf, worstOf } from './shares.ts'
import { caseOf, inputOf, treeSubject } from './trees.ts'
import type { Given, Seen } from './seen.ts'

const rules: readonly Rule[] = [
  'cpu-time/idle-claims-nothing',
  'cpu-time/alone-takes-all',
  'cpu-time/weight-among-rivals',
  'cpu-time/weight-split-over-cpus',
  'cpu-time/part-of-a-part',
  'cpu-time/thread-beside-groups',
  'cpu-time/cpus-added-up',
  'cpu-time/cpu-left-idle',
]

/** In points of one CPU. */
const bar = 2

/** Of which a weight of 1 is ten, and a part of it may be two or three. */
const wholeUnits = 10.24
const fewest = 20

/** A weight below 3 on two CPUs, below another group: what each CPU has of it is rounded, and its parent goes by that. */
const isRounded = (given: Given): boolean => {
  const input = inputOf(given)
  const { groups } = divide(input, running(init(input)))
  return input.groups.some(({ name, parent }) => {
    const parts = (groups[name] ?? []).map(({ weight }) => weight * wholeUnits)
    return parent !== '' && parts.length > 1 && Math.min(...parts) < fewest
  })
}

const isV1 = (target: Target): boolean => target === 'host' || target === 'vm-v1'

const makeCase = (seed: number, target: Target) => {
  const random = randomFrom(seed ^ 0x5eed)
  const cpus = random() < 0.75 ? 2 : 1
  const tree = randomTree(seed, { cpus, pinned: true, besides: isV1(target), quotas: false })
  return caseOf(cpus === 2 && random() < 0.45 ? onOneCpu(tree) : tree)
}

/** The other CPU has nobody. */
const onOneCpu = (input: Input): Input => ({
  ...input,
  groups: input.groups.map((group) => ({
    ...group,
    threads: group.threads.map((one) => ({ ...one, cpu: 0 })),
  })),
})

/** A machine whose CPUs give the tree just what it received. */
const asReceived = (input: Input, { received, wall }: Seen): Input => ({
  ...input,
  cpus: received.map((time) => time / wall),
})

export const subject = treeSubject({
  rules,
  uncheckable: (target) => (isV1(target) ? [] : ['cpu-time/thread-beside-groups']),
  declared: [{ id: 'whole-units', holds: isRounded }],
  makeCase,
  predict: (given) => {
    const input = inputOf(given)
    return { seen: [], rules: rulesOf(input) }
  },
  measured: {
    unit: 'points',
    judge: (given, _, [seen]) => {
      const input = inputOf(given)
      if (!seen) return { is: 'not-applicable', why: 'nothing was seen' }
      const why = spoiltBy(seen, wantedOf(input))
      if (why !== undefined) return { is: 'not-applicable', why }
      const { error, name, ...difference } = worstOf(
        input,
        sharesOf(asReceived(input, seen)),
        seenShares(input, seen),
      )
      return error <= bar
        ? { is: 'agrees', error }
        : {
            is: 'differs',
            error,
            difference: {
              at: indexOf(input, name),
              predicted: difference.predicted,
              observed: difference.seen,
            },
          }
    },
  },
})
