/** The model `out-of-memory` on a Linux kernel: real processes in real memory cgroups, some dozens of MB at a time. */
import type { Action, Input } from '#models/out-of-memory'
import type { Bench } from '../bench.ts'
import { openInBatches, programFile } from '../in-batches.ts'
import type { Place } from '../place.ts'
import { actors } from './actors.ts'
import { seenSchema, type Seen } from './seen.ts'
import { subject } from './subject.ts'

type Said = { readonly steps: readonly unknown[] } | { readonly lost: string }

/** Throws where the actors lost their way: that is no observation. */
const observe = (said: unknown): readonly Seen[] => {
  const line = said as Said
  if ('lost' in line) throw new Error(line.lost)
  return line.steps.map((seen) => seenSchema.parse(seen))
}

/** In a vm the kernel's log may be read, and its pids must be those that the actors know. */
const needs: Readonly<Record<Place['name'], readonly string[]>> = {
  host: ['cgroup-v1'],
  vm: ['cgroup-v2', 'host-root', 'host-pid'],
  'vm-v1': ['host-root', 'host-pid'],
  k3s: [],
}

export const outOfMemory: Bench<Input, Action, Seen> = {
  subject,
  targets: ['host', 'vm', 'vm-v1'],
  cases: 400,
  open: (place) =>
    openInBatches(place, {
      id: 'conformance/out-of-memory',
      needs: needs[place.name],
      files: [programFile('actors.py', actors)],
      keyOf: () => 'all',
      send: (given) => given,
      command: () => 'python3 -I actors.py <cases',
      observe,
      most: 50,
      sandboxes: 1,
    }),
}
