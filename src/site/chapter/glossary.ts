/** `content/glossary.yaml`: a term's id → its name and meaning in both languages. */
import { z } from 'astro/zod'
import type { Fault } from './fault.ts'
import { readYaml, schemaFaults } from './read-yaml.ts'

const text = z.string({ error: 'expected text, got none' }).min(1, { error: 'expected text, got none' })
const named = z.strictObject(
  { name: text, meaning: text },
  { error: 'expected name and meaning, got something else' },
)

export const glossarySchema = z.record(
  z.string(),
  z.strictObject({ en: named, 'zh-cn': named }, { error: 'expected en and zh-cn, got something else' }),
)

export type Glossary = z.infer<typeof glossarySchema>
export type ReadGlossary = { terms: ReadonlySet<string>; faults: Fault[] }

export function readGlossary(source: string, file: string): ReadGlossary {
  const yaml = readYaml(source, file)
  if (Array.isArray(yaml)) return { terms: new Set(), faults: yaml }
  const read = glossarySchema.safeParse(yaml.value ?? {})
  const terms = new Set(Object.keys((yaml.value ?? {}) as object))
  if (read.success) return { terms, faults: [] }
  const todo = 'Give the term a name and a meaning in en and in zh-cn, and nothing else.'
  return { terms, faults: schemaFaults(read.error, yaml, file, todo) }
}
