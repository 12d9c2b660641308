/** The program in a sandbox of the target, some cases at a time; it sees those that need one CPU side by side. */
import type { Group } from '#models/cpu-time'
import { openInBatches, programFile } from '../in-batches.ts'
import type { Place } from '../place.ts'
import { program } from './program.ts'
import { seenSchema, type Given, type Ground, type Seen } from './seen.ts'

/** Long enough for many periods, short enough for many trees. */
const seconds = 3

export const openTrees = (place: Place) =>
  openInBatches<Ground, Group, Seen>(place, {
    id: 'conformance/cpu-time',
    needs: [place.name === 'vm' ? 'cgroup-v2' : 'cgroup-v1'],
    files: [programFile('program.py', program)],
    keyOf: () => 'all',
    send: ({ input, actions }: Given) => ({ cpus: input.cpus, groups: actions, seconds }),
    command: () => 'python3 -I program.py <cases',
    observe: (said) => [seenSchema.parse(said)],
    most: 20,
    sandboxes: 1,
  })
