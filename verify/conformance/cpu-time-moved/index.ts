/** The model `cpu-time` on a Linux kernel: trees of loops that nobody pins. */
import type { Group } from '#models/cpu-time'
import type { Bench } from '../bench.ts'
import { openTrees } from '../cpu-time/open.ts'
import type { Ground, Seen } from '../cpu-time/seen.ts'
import { subject } from './subject.ts'

export const cpuTimeMoved: Bench<Ground, Group, Seen> = {
  subject,
  targets: ['host', 'vm', 'vm-v1'],
  cases: 40,
  open: openTrees,
}
