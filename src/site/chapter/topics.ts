/**
 * `topics.yaml`: each phrase that the chapter owes → where it is taught: a heading's id, or `transcript#step`.
 * A phrase without a value has no home yet.
 */
import { z } from 'astro/zod'
import type { Fault, Position } from './fault.ts'
import { readYaml, schemaFaults } from './read-yaml.ts'

const homes = z.record(
  z.string(),
  z.string({ error: 'expected a heading id or transcript#step, got something else' }).nullable(),
  { error: 'expected a phrase and its home on each line, got something else' },
)

export type Topic = { phrase: string; home: string | undefined; at: Position }
export type Topics = { file: string; topics: Topic[]; faults: Fault[] }

export function readTopics(source: string, file: string): Topics {
  const yaml = readYaml(source, file)
  if (Array.isArray(yaml)) return { file, topics: [], faults: yaml }
  const read = homes.safeParse(yaml.value ?? {})
  if (!read.success) {
    const todo =
      'Write `phrase: heading-id` or `phrase: transcript#step`; leave the value out while it has no home.'
    return { file, topics: [], faults: schemaFaults(read.error, yaml, file, todo) }
  }
  const topics = Object.entries(read.data).map(([phrase, home]) => ({
    phrase,
    home: home ?? undefined,
    at: yaml.placeOf([phrase]),
  }))
  return { file, topics, faults: [] }
}
