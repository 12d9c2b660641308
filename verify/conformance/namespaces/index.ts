/** The model `namespaces` on a Linux kernel: real processes in sandboxes. */
import type { Action, Input } from '#models/namespaces'
import type { Bench } from '../bench.ts'
import { openInTarget } from './in-target.ts'
import { openOnHost } from './on-host.ts'
import type { Seen } from './seen.ts'
import { subject } from './subject.ts'

export const namespaces: Bench<Input, Action, Seen> = {
  subject,
  targets: ['host', 'vm'],
  open: (place) => (place.name === 'host' ? openOnHost() : openInTarget(place)),
}
