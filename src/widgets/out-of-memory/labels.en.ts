import type { Labels } from './labels.ts'

export const labels: Labels = {
  title: 'Out of memory',
  subtitle: 'Allocate until someone dies: who, and why',
  tableOf: (version, now) => `cgroup ${version}, ${now}`,
  columns: ['group or process', 'holds', 'limit', 'oom_score_adj'],
  noLimit: 'none',
  elsewhere: (amount, group) => `${amount} of them charged to ${group}`,
  together: 'memory.oom.group 1',
  counts: (kills) => `oom_kill ${kills}`,
  thenHold: 'Who then holds what',
  choose: 'Choose who acts by its name in the table. What the story had after this instant gives way.',
  allocate: (amount) => `touch ${amount} MiB`,
  adj: 'oom_score_adj',
  moveTo: 'move to',
  set: 'Set',
  limit: 'limit',
  group: 'group',
  size: 'MiB',
  togetherOn: 'memory.oom.group 1',
  togetherOff: 'memory.oom.group 0',
}
