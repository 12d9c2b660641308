/** The model `cgroups` on a kernel of either generation: real groups and processes below a folder given to the sandbox. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, hierarchiesOf, type Action, type Input, type Version } from '#models/cgroups'
import type { Bench } from '../bench.ts'
import { openInBatches, programFile } from '../in-batches.ts'
import { seenSchema, type Seen } from './seen.ts'
import { subject } from './subject.ts'

/** Each may import those before it. */
const modules = ['kernel', 'members', 'tree', 'case', 'main']

const program = modules.map((name) =>
  programFile(`${name}.py`, readFileSync(join(import.meta.dirname, 'actors', `${name}.py`), 'utf8')),
)

/** Whose groups there are, and what can be read in one; as many actors as the vm has processors. */
const setting = (version: Version): string => {
  const readable = hierarchiesOf[version].map((hierarchy) => [
    hierarchy,
    filesOf(hierarchy).flatMap(({ name, access }) => (access === 'w' ? [] : [name])),
  ])
  return JSON.stringify({ version, files: Object.fromEntries(readable), workers: 2 })
}

const observe = (said: unknown): readonly Seen[] => {
  const line = said as { seen: unknown[] } | { lost: string }
  if ('lost' in line) throw new Error(line.lost)
  return line.seen.map((each) => seenSchema.parse(each))
}

export const cgroups: Bench<Input, Action, Seen> = {
  subject,
  targets: ['vm', 'vm-v1'],
  open: (place) => {
    const version = place.name === 'vm-v1' ? 'v1' : 'v2'
    return openInBatches<Input, Action, Seen>(place, {
      id: 'conformance/cgroups',
      needs: ['host-root', ...(version === 'v2' ? ['cgroup-v2'] : [])],
      files: [...program, programFile('setting.json', setting(version))],
      keyOf: () => '',
      send: ({ input, actions }) => ({ users: input.processes, actions }),
      command: () => 'python3 -B main.py <cases',
      observe,
      most: 250,
      // In a sandbox two actors work side by side; beside them another would open too slowly.
      sandboxes: 1,
    })
  },
}
