/** The model `cpu-time` on a Linux kernel: trees of pinned loops. */
import type { Group } from '#models/cpu-time'
import type { Bench } from '../bench.ts'
import { openTrees } from './open.ts'
import type { Ground, Seen } from './seen.ts'
import { subject } from './subject.ts'

export const cpuTime: Bench<Ground, Group, Seen> = {
  subject,
  targets: ['host', 'vm', 'vm-v1'],
  cases: 80,
  open: openTrees,
}
