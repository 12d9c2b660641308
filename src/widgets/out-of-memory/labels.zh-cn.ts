import type { Labels } from './labels.ts'

export const labels: Labels = {
  title: '内存耗尽',
  subtitle: '一直申请到有人被杀：杀谁，为什么',
  tableOf: (version, now) => `cgroup ${version}，${now}`,
  columns: ['组或进程', '用了', '上限', 'oom_score_adj'],
  noLimit: '不限',
  elsewhere: (amount, group) => `其中 ${amount} 记在 ${group} 账上`,
  together: 'memory.oom.group 为 1',
  counts: (kills) => `oom_kill ${kills}`,
  thenHold: '此后各占多少',
  choose: '点表里的进程名，选谁来动手。你一动手，情节余下的部分就作废了。',
  allocate: (amount) => `用 ${amount} MiB`,
  adj: 'oom_score_adj',
  moveTo: '移到',
  set: '设置',
  limit: '上限',
  group: '组',
  size: 'MiB',
  togetherOn: 'memory.oom.group 设为 1',
  togetherOff: 'memory.oom.group 设为 0',
}
