/** What must hold of every reason: it speaks of the group whose file it explains, and leads to the value that is there. */
import type { Reason } from './rules.ts'
import type { Files, Group } from './types.ts'

/** The value a reason leads to; undefined for one that speaks of no value. */
const leadsTo = (reason: Reason): number | string | undefined => {
  switch (reason.rule) {
    case 'pod-cgroups/shares':
      return reason.facts.shares
    case 'pod-cgroups/weight-linear':
    case 'pod-cgroups/weight-logarithmic':
      return reason.facts.weight
    case 'pod-cgroups/quota':
      return reason.facts.quota
    case 'pod-cgroups/memory':
      return reason.facts.bytes
    case 'pod-cgroups/whole-pages':
      return reason.facts.bytes === reason.facts.read ? 'nothing was dropped' : reason.facts.read
    case 'pod-cgroups/pids':
      return reason.facts.pids
    case 'pod-cgroups/dies-together':
      return 1
    case 'pod-cgroups/adj-by-request':
    case 'pod-cgroups/adj-sidecar':
      return reason.facts.adj
    case 'pod-cgroups/adj-within':
      return reason.facts.adj === reason.facts.kept ? 'nothing was changed' : reason.facts.kept
    case 'pod-cgroups/pause':
      return -998
    default:
      return undefined
  }
}

const levelOf = (path: string): string => {
  const last = path.split('/').at(-1) ?? ''
  if (path === 'kubepods') return 'node'
  if (last.startsWith('<')) return 'container'
  return last.startsWith('pod<') ? 'pod' : 'class'
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/^<(.*)>$/, '$1')

/** By whom a weight is written, and whose limit on processes it is. */
const rightMaker = (reason: Reason, { level }: Group): boolean => {
  if (reason.rule === 'pod-cgroups/pids') return reason.facts.of === (level === 'node' ? 'node' : 'pod')
  if (reason.rule !== 'pod-cgroups/weight-linear') return true
  return reason.facts.by === (level === 'container' ? 'runtime' : 'kubelet')
}

const isExplained = (group: Group): boolean =>
  group.level === levelOf(group.path) &&
  group.name === nameOf(group.path) &&
  group.files.every(({ name, value, because }) => {
    const subject = group.level === 'pod' ? 'pod' : group.name
    const last = because.map(leadsTo).findLast((led) => led !== undefined)
    const read = name === 'cpu.max' ? value.split(' ')[0] : value
    return (
      because.length > 0 &&
      because.every((reason) => reason.subject === subject && rightMaker(reason, group)) &&
      (last === undefined || name === 'cpu.cfs_period_us' || String(last) === read)
    )
  })

export const areExplained = ({ qos, because, groups }: Files): boolean =>
  because.every(({ rule }) => rule.replaceAll('-', '') === `podcgroups/${qos.toLowerCase()}`) &&
  groups.every(isExplained)
