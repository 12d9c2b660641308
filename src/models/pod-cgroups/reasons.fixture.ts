/** What must hold of every reason: it speaks of the group whose file it explains, and leads to the value that is there. */
import type { InitContainer } from '#kubernetes'
import { endsInNumber, follow } from './follow-reasons.fixture.ts'
import type { PlainContainer } from './published-rules.fixture.ts'
import type { RandomPod } from './random-pods.fixture.ts'
import type { Reason, Resource } from './rules.ts'
import type { File, Files, Group } from './types.ts'

const levelOf = (path: string): string => {
  const last = path.split('/').at(-1) ?? ''
  if (path === 'kubepods') return 'node'
  if (last.startsWith('<')) return 'container'
  return last.startsWith('pod<') ? 'pod' : 'class'
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/^<(.*)>$/, '$1')

/** By whom a weight is written, whose limit on processes it is, and who is the largest at the start. */
const isOfRightOne = (reason: Reason, { level }: Group, { pod }: RandomPod): boolean => {
  switch (reason.rule) {
    case 'pod-cgroups/pids':
      return reason.facts.of === (level === 'node' ? 'node' : 'pod')
    case 'pod-cgroups/weight-linear':
      return reason.facts.by === (level === 'container' ? 'runtime' : 'kubelet')
    case 'pod-cgroups/init-peak':
      return pod.init.some(({ name }) => name === reason.facts.container)
    default:
      return true
  }
}

/** What a container itself asks for, of that which a file of its group comes from. */
const askedBy = (container: PlainContainer | undefined, file: string): number => {
  if (file === 'oom_score_adj') return container?.requests.memory ?? 0
  if (file.startsWith('memory.')) return container?.limits.memory ?? 0
  if (file === 'cpu.shares' || file === 'cpu.weight') return container?.requests.cpu ?? 0
  return container?.limits.cpu ?? 0
}

/** The request that a file of a container comes from. */
const requestFor: Readonly<Record<string, Resource>> = {
  'cpu.shares': 'cpu',
  'cpu.weight': 'cpu',
  oom_score_adj: 'memory',
}

const isDefaulted = (container: InitContainer | undefined, file: string): boolean => {
  const resource = requestFor[file]
  const { requests, limits } = container?.resources ?? {}
  return resource !== undefined && requests?.[resource] === undefined && limits?.[resource] !== undefined
}

/** A request that nobody wrote is told of wherever something comes from it. */
const tellsDefault = (
  { name, because }: File,
  container: InitContainer | undefined,
  qos: Files['qos'],
): boolean => {
  const told = because.some(({ rule }) => rule === 'pod-cgroups/request-from-limit')
  return told === (isDefaulted(container, name) && (name !== 'oom_score_adj' || qos === 'Burstable'))
}

/** Of a BestEffort Pod no limit is looked for, so that none is missing. */
const isPossible = ({ rule }: Reason, qos: Files['qos']): boolean =>
  rule !== 'pod-cgroups/limit-missing' || qos !== 'BestEffort'

const isExplained = (group: Group, qos: Files['qos'], random: RandomPod): boolean => {
  const { level, name, path } = group
  const { pod, input } = random
  const isOwn = (container: { readonly name: string }) => level === 'container' && container.name === name
  const plain = [...pod.init, ...pod.main].find(isOwn)
  const written = [...(input.pod.initContainers ?? []), ...input.pod.containers].find(isOwn)
  const subject = level === 'pod' ? 'pod' : name
  return (
    level === levelOf(path) &&
    name === nameOf(path) &&
    group.files.every((file) => {
      const { because, value } = file
      const end = follow(because, askedBy(plain, file.name))
      const read = file.name === 'cpu.max' ? value.split(' ')[0] : value
      return (
        file.of === (file.name === 'oom_score_adj' ? 'process' : 'cgroup') &&
        because.length > 0 &&
        because.every((reason) => reason.subject === subject && isPossible(reason, qos)) &&
        because.every((reason) => isOfRightOne(reason, group, random)) &&
        tellsDefault(file, written, qos) &&
        end !== undefined &&
        (!endsInNumber(because) || file.name === 'cpu.cfs_period_us' || String(end) === read)
      )
    })
  )
}

export const areExplained = ({ qos, because, groups }: Files, random: RandomPod): boolean =>
  because.every(({ rule }) => rule.replaceAll('-', '') === `podcgroups/${qos.toLowerCase()}`) &&
  groups.every((group) => isExplained(group, qos, random))
