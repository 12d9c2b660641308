/**
 * Every import of a source: static, re-exported, dynamic, of types, `import.meta.glob` and `new URL(…, import.meta.url)`
 * (how a worker is named). Of an .astro file the front matter and its scripts are read; of MDX, the import lines.
 */
import ts from 'typescript'

export type Import = { specifier: string; line: number; only: 'type' | 'value'; how: 'module' | 'glob' }

export function readImports(file: string, source: string): Import[] {
  return codeOf(file, source).flatMap(({ text, line }) =>
    readCode(text).map((found) => ({ ...found, line: found.line + line })),
  )
}

type Piece = { text: string; line: number }

function codeOf(file: string, source: string): Piece[] {
  if (file.endsWith('.astro')) {
    const pieces = [/^---\n([\s\S]*?)^---$/m, /<script\b[^>]*>([\s\S]*?)<\/script>/g]
    return pieces.flatMap((piece) =>
      [...source.matchAll(new RegExp(piece, 'gm'))].map((found) => {
        const text = found[1] ?? ''
        return { text, line: linesBefore(source, found.index + found[0].indexOf(text)) }
      }),
    )
  }
  if (file.endsWith('.mdx')) {
    const blank = source.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, (fence) => fence.replace(/[^\n]/g, ''))
    return [{ text: blank.replace(/^(?!import\b|export\b.*\bfrom\b).*$/gm, ''), line: 0 }]
  }
  return [{ text: source, line: 0 }]
}

const linesBefore = (source: string, index: number): number => source.slice(0, index).split('\n').length - 1

function readCode(text: string): Import[] {
  const source = ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    for (const seen of importsOf(node)) found.push({ ...seen, line })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

type Seen = Omit<Import, 'line'>

function importsOf(node: ts.Node): Seen[] {
  if (ts.isImportDeclaration(node))
    return [moduleImport(node.moduleSpecifier, isTypeImport(node.importClause))]
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return [moduleImport(node.moduleSpecifier, node.isTypeOnly)]
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return [moduleImport(node.argument.literal, true)]
  }
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText()
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return texts(node.arguments[0]).map(asModule)
    if (/^import\.meta\.glob\b/.test(callee)) return texts(node.arguments[0]).map(asGlob)
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const [address, from] = node.arguments ?? []
    return from?.getText() === 'import.meta.url' ? texts(address).map(asModule) : []
  }
  return []
}

const asModule = (specifier: string): Seen => ({ specifier, only: 'value', how: 'module' })
const asGlob = (specifier: string): Seen => ({ specifier, only: 'value', how: 'glob' })

const moduleImport = (specifier: ts.Node, type: boolean): Seen => ({
  ...asModule(ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText()),
  only: type ? 'type' : 'value',
})

/** `import type { A }` and `import { type A }` leave nothing behind; `import 'x'` does. */
function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every(({ isTypeOnly }) => isTypeOnly)
  )
}

/** The text of a literal, or of each in a list; a computed one names nothing that can be checked. */
function texts(node: ts.Node | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(texts) : []
}
