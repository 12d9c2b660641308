/**
 * Which Pods a set gives up first: those that are not ready, those that were restarted more often, the younger. Ages are
 * compared by their logarithm and then by random uids, so that here any may go of those that are equal but for age.
 * `ActivePodsWithRanks` in pkg/controller/controller_utils.go.
 */
import { canonicalKey } from '#kit'
import type { Phase, Pod, Uid } from './types.ts'

/** The container of a Pod that backs off has run before, so the Pod is in phase Running. */
const phases: readonly Phase[] = ['pending', 'backing-off', 'ready']

const compare = (a: Pod, b: Pod): number =>
  phases.indexOf(a.phase) - phases.indexOf(b.phase) || b.restarts - a.restarts

/** Every choice of victims that differs in more than which of two equal Pods it takes. */
export const choicesOf = (pods: readonly Pod[], count: number): readonly (readonly Uid[])[] => {
  const last = pods.toSorted(compare)[count - 1]
  if (!last) return [[]]
  const certain = pods.filter((pod) => compare(pod, last) < 0)
  const tied = pods.filter((pod) => compare(pod, last) === 0)
  const choices = choose(tied, count - certain.length).map((some) => [...certain, ...some])
  return [...new Map(choices.map((some) => [kindsOf(some), some.map(({ uid }) => uid)])).values()]
}

const choose = ([first, ...others]: readonly Pod[], count: number): readonly (readonly Pod[])[] => {
  if (count === 0) return [[]]
  if (!first) return []
  return [...choose(others, count - 1).map((some) => [first, ...some]), ...choose(others, count)]
}

const kindsOf = (pods: readonly Pod[]): string =>
  canonicalKey(pods.map(({ uid: _, ...kind }) => canonicalKey(kind)).toSorted())
