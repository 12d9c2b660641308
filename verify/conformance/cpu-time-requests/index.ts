/** The model `cpu-time` on a Linux kernel: requests to a service under a quota. */
import type { Group } from '#models/cpu-time'
import type { Bench } from '../bench.ts'
import { openTrees } from '../cpu-time/open.ts'
import type { Ground, Seen } from '../cpu-time/seen.ts'
import { subject } from './subject.ts'

export const cpuTimeRequests: Bench<Ground, Group, Seen> = {
  subject,
  targets: ['host', 'vm', 'vm-v1'],
  cases: 36,
  open: openTrees,
}
