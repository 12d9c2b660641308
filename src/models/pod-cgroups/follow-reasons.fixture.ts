/** The arithmetic of reasons: each begins with the amount that those before it came to, and says what it comes to. */
import type { Reason, Trace } from './rules.ts'

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((total, { amount }) => total + amount, 0)

const sharesOf = (milli: number): number => Math.floor((milli * 1024) / 1000)

/** What a reason comes to; undefined where it does not follow from the amount before it. */
const next = (reason: Reason, from: number): number | undefined => {
  const only = (holds: boolean, to: number): number | undefined => (holds ? to : undefined)
  switch (reason.rule) {
    case 'pod-cgroups/containers-sum':
      return only(sum(reason.facts.parts) === reason.facts.total, reason.facts.total)
    case 'pod-cgroups/init-peak':
      return only(reason.facts.together === from && reason.facts.amount > from, reason.facts.amount)
    case 'pod-cgroups/overhead':
      return only(
        reason.facts.amount > 0 && from + reason.facts.amount === reason.facts.total,
        reason.facts.total,
      )
    case 'pod-cgroups/request-from-limit':
      return only(reason.facts.amount === from, from)
    case 'pod-cgroups/neighbours':
      return reason.facts.own + reason.facts.others
    case 'pod-cgroups/allocatable':
      return reason.facts.capacity - reason.facts.reserved
    case 'pod-cgroups/shares':
      return only(reason.facts.milli === from, reason.facts.shares)
    case 'pod-cgroups/shares-least':
      return only(reason.facts.milli === from && sharesOf(from) < 2, 2)
    case 'pod-cgroups/shares-most':
      return only(reason.facts.milli === from && sharesOf(from) > 262_144, 262_144)
    case 'pod-cgroups/weight-linear':
    case 'pod-cgroups/weight-logarithmic':
      return only(reason.facts.shares === from, reason.facts.weight)
    case 'pod-cgroups/quota':
      return only(reason.facts.milli === from, reason.facts.quota)
    case 'pod-cgroups/quota-least':
      return only(reason.facts.milli === from && from * 100 < 1000, 1000)
    case 'pod-cgroups/no-limit':
      return only(from === 0, 0)
    case 'pod-cgroups/memory':
      return only(reason.facts.bytes === from, from)
    case 'pod-cgroups/whole-pages':
      return only(reason.facts.bytes === from && reason.facts.read < from, reason.facts.read)
    case 'pod-cgroups/pids':
      return reason.facts.pids
    case 'pod-cgroups/dies-together':
      return 1
    case 'pod-cgroups/adj-critical':
    case 'pod-cgroups/adj-guaranteed':
      return -997
    case 'pod-cgroups/adj-best-effort':
      return 1000
    case 'pod-cgroups/pause':
      return -998
    case 'pod-cgroups/adj-by-request':
      return only(reason.facts.bytes === from, reason.facts.adj)
    case 'pod-cgroups/adj-sidecar':
      return only(reason.facts.adj < from, reason.facts.adj)
    case 'pod-cgroups/adj-within':
      return only(reason.facts.adj === from && reason.facts.kept !== from, reason.facts.kept)
    default:
      return from
  }
}

/** What they all come to, begun with what was asked for; undefined where one does not follow. */
export const follow = (reasons: Trace, asked: number): number | undefined =>
  reasons.reduce<number | undefined>(
    (from, reason) => (from === undefined ? undefined : next(reason, from)),
    asked,
  )

/** Whoever says that nothing is written or limited speaks of no number. */
export const endsInNumber = (reasons: Trace): boolean => {
  const last = reasons.at(-1)?.rule
  return (
    last !== 'pod-cgroups/no-limit' &&
    last !== 'pod-cgroups/limit-missing' &&
    last !== 'pod-cgroups/not-written'
  )
}
