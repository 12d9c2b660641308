/** The model `kept-namespaces` on a Linux kernel: real processes, descriptors and mounts in sandboxes. */
import type { Action, Input } from '#models/kept-namespaces'
import type { Bench } from '../bench.ts'
import { openInTarget } from './in-target.ts'
import { openOnHost } from './on-host.ts'
import type { Seen } from './seen.ts'
import { subject } from './subject.ts'

export const keptNamespaces: Bench<Input, Action, Seen> = {
  subject,
  targets: ['host', 'vm'],
  open: (place) => (place.name === 'host' ? openOnHost() : openInTarget(place)),
}
