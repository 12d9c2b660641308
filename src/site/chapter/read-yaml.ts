/** YAML with the place of every key, so that a fault can point at its line. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'astro/zod'
import type { Fault, Position } from './fault.ts'

export type Yaml = { value: unknown; placeOf: (path: readonly PropertyKey[]) => Position }

/** `offset`: how many lines stand before the YAML in its file. */
export function readYaml(source: string, file: string, offset = 0): Yaml | Fault[] {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const place = (at: number): Position => {
    const { line, col } = lines.linePos(at)
    return { line: line + offset, column: col }
  }
  const [error] = document.errors
  // Only the first: those after it mostly follow from it.
  if (error) {
    return [
      {
        file,
        at: place(error.pos[0]),
        rule: 'yaml',
        expected: 'valid YAML',
        got: error.message.split('\n')[0]?.replace(/ at line.*/, '') ?? error.code,
        todo: 'Put text with a colon, a quote or a leading sign between quotes.',
      },
    ]
  }
  return {
    value: document.toJS() as unknown,
    placeOf: (path) => place(keyStart(document.contents, path)),
  }
}

/** Where the deepest key of the path stands that exists. */
function keyStart(node: unknown, [key, ...rest]: readonly PropertyKey[]): number {
  if (!isMap(node) || key === undefined) return 0
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
  if (pair === undefined) return 0
  const here = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
  return keyStart(pair.value, rest) || here
}

/** The faults of a value that a schema refused. A schema's messages read `expected …, got …`. */
export function schemaFaults(error: z.ZodError, yaml: Yaml, file: string, todo: string): Fault[] {
  return error.issues.map((issue) => {
    const [expected = issue.message, got = 'something else'] = issue.message.split(', got ')
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    return {
      file,
      at: yaml.placeOf([...issue.path, ...extra]),
      rule: issue.path.length > 0 ? `field ${issue.path.join('.')}` : 'fields',
      expected: expected.replace(/^expected /, ''),
      got,
      todo,
    }
  })
}
