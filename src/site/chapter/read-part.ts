/** The components of a page that name something: `<Step of="pid" id="first" />`. Others pass unseen. */
import type { MdxJsxAttributeUnion } from 'satteri'
import type { Fault, Position } from './fault.ts'

export type Part =
  | { kind: 'step'; of: string; id: string; at: Position }
  | { kind: 'widget'; name: string; at: Position }
  | { kind: 'snippet' | 'diagram'; name: string; at: Position }
  | { kind: 'term'; id: string; at: Position }
  | { kind: 'link'; to: string; at: Position }

type Read = { ok: true; part: Part } | { ok: false; fault: Fault }
type Values = Record<string, string>

const parts: Record<string, { needs: string[]; make: (values: Values, at: Position) => Part }> = {
  Step: { needs: ['of', 'id'], make: ({ of = '', id = '' }, at) => ({ kind: 'step', of, id, at }) },
  Widget: { needs: ['name'], make: ({ name = '' }, at) => ({ kind: 'widget', name, at }) },
  Snippet: { needs: ['name'], make: ({ name = '' }, at) => ({ kind: 'snippet', name, at }) },
  Diagram: { needs: ['name'], make: ({ name = '' }, at) => ({ kind: 'diagram', name, at }) },
  Term: { needs: ['id'], make: ({ id = '' }, at) => ({ kind: 'term', id, at }) },
  a: { needs: ['href'], make: ({ href = '' }, at) => ({ kind: 'link', to: href, at }) },
}

export function readPart(
  name: string,
  attributes: readonly MdxJsxAttributeUnion[],
  file: string,
  at: Position,
): Read | undefined {
  const shape = Object.hasOwn(parts, name) ? parts[name] : undefined
  if (!shape) return undefined
  const values: Values = {}
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      values[attribute.name] = attribute.value
    }
  }
  const missing = shape.needs.filter((need) => !values[need])
  if (missing.length === 0) return { ok: true, part: shape.make(values, at) }
  return {
    ok: false,
    fault: {
      file,
      at,
      rule: 'page/part',
      expected: `<${name} ${shape.needs.map((need) => `${need}="…"`).join(' ')}>`,
      got: `<${name}> without ${missing.join(' and ')} as quoted text`,
      todo: `Write ${missing.map((need) => `${need}="…"`).join(' ')}; an expression in braces cannot be checked.`,
    },
  }
}
