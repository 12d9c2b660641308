/**
 * What an MDX page is made of, in order: read with the parser that renders the site (Sätteri), so that code fences,
 * comments and expressions mean here what they mean there. Prose itself is left out.
 */
import { mdxToMdast, type MdastNode } from 'satteri'
import type { Fault, Position } from './fault.ts'
import { readPart, type Part } from './read-part.ts'

export type Heading = { kind: 'heading'; depth: number; id: string | undefined; text: string; at: Position }
export type Link = { kind: 'link'; to: string; at: Position }
export type Fence = { kind: 'fence'; language: string; text: string; at: Position }
export type Item = Heading | Part | Link | Fence

export type Outline = {
  file: string
  /** The YAML between the first two `---`. */
  frontMatter: string | undefined
  items: Item[]
  faults: Fault[]
}

export function readOutline(source: string, file: string): Outline {
  const outline: Outline = { file, frontMatter: undefined, items: [], faults: [] }
  try {
    visit(mdxToMdast(source), outline)
  } catch (error) {
    outline.faults.push(syntaxFault(String((error as Error).message), file))
  }
  return outline
}

function visit(node: MdastNode, outline: Outline): void {
  const at = placeOf(node)
  switch (node.type) {
    case 'yaml':
      outline.frontMatter = node.value
      return
    case 'heading':
      outline.items.push({ kind: 'heading', depth: node.depth, ...splitId(textOf(node)), at })
      break
    case 'link':
    case 'definition':
      outline.items.push({ kind: 'link', to: node.url, at })
      break
    case 'code':
      outline.items.push({ kind: 'fence', language: node.lang ?? '', text: node.value, at })
      return
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const part = readPart(node.name ?? '', node.attributes, outline.file, at)
      if (part?.ok) outline.items.push(part.part)
      else if (part) outline.faults.push(part.fault)
      break
    }
    default:
  }
  if ('children' in node) for (const child of node.children) visit(child, outline)
}

const placeOf = (node: MdastNode): Position => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})

function textOf(node: MdastNode): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? String(node.value) : ''
}

/** `Process 1 [#process-1]` → its text and its id. */
function splitId(text: string): { text: string; id: string | undefined } {
  const found = /^(.*?)\s*\[#([a-z0-9-]+)\]\s*$/s.exec(text)
  return { text: found?.[1] ?? text.trim(), id: found?.[2] }
}

/** The parser's messages begin with `line:column: `. */
function syntaxFault(message: string, file: string): Fault {
  const [, line = '1', column = '1', text = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? []
  return {
    file,
    at: { line: Number(line), column: Number(column) },
    rule: 'mdx/syntax',
    expected: 'MDX that can be read',
    got: text,
    todo: 'Close every tag and brace; write a literal < or { between backticks.',
  }
}
