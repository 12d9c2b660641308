/**
 * Which Pods a set gives up first: those that are not ready, those that were restarted more often, the younger. Among
 * ready ones ages are compared by their logarithm and then by random uids, so that here any of them may go.
 * `ActivePodsWithRanks` in pkg/controller/controller_utils.go.
 */
import type { Pod, Uid } from './types.ts'

const rankOf = ({ phase, restarts }: Pod): number =>
  // Its container has run before, so a Pod that backs off is in phase Running.
  (phase === 'pending' ? 0 : phase === 'backing-off' ? 1 : 2) * 1_000 - Math.min(restarts, 999)

/** Every set of victims that differs in more than which of two equal Pods it takes. */
export const choicesOf = (pods: readonly Pod[], count: number): readonly (readonly Uid[])[] => {
  const ranks = [...new Set(pods.map(rankOf))].toSorted((a, b) => a - b)
  const certain: Uid[] = []
  for (const rank of ranks) {
    const tied = pods.filter((pod) => rankOf(pod) === rank)
    const left = count - certain.length
    if (tied.length > left) return combine(groups(tied), left).map((some) => [...certain, ...some])
    certain.push(...tied.map(({ uid }) => uid))
  }
  return [certain]
}

/** Equal but for their uid. */
const groups = (pods: readonly Pod[]): readonly (readonly Uid[])[] => {
  const byKind = new Map<string, Uid[]>()
  for (const { uid, ...rest } of pods) {
    const key = JSON.stringify([rest.template, Object.entries(rest.labels).toSorted()])
    byKind.set(key, [...(byKind.get(key) ?? []), uid])
  }
  return [...byKind.values()]
}

const combine = (kinds: readonly (readonly Uid[])[], count: number): readonly (readonly Uid[])[] => {
  const [first, ...rest] = kinds
  if (!first) return count === 0 ? [[]] : []
  return Array.from({ length: Math.min(first.length, count) + 1 }, (_, taken) =>
    // The youngest of equals, for want of a reason.
    combine(rest, count - taken).map((others) => [...first.slice(first.length - taken), ...others]),
  ).flat()
}
