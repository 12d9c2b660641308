/** Small changes to a model's code, each of which a record ought to notice. Read from TypeScript's syntax tree. */
import ts from 'typescript'

export type Mutant = {
  readonly file: string
  readonly line: number
  /** of that line, as it stands */
  readonly text: string
  readonly operator: string
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

const { SyntaxKind } = ts

const swaps = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.AmpersandAmpersandToken, '||'],
  [SyntaxKind.BarBarToken, '&&'],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
])

type Change = { readonly operator: string; readonly node: ts.Node; readonly after: string }

const conditionOf = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isIfStatement(node)) return node.expression
  return ts.isConditionalExpression(node) ? node.condition : undefined
}

const changesOf = (node: ts.Node, text: string): readonly Change[] => {
  const condition = conditionOf(node)
  if (condition) return [{ operator: 'negate', node: condition, after: `!(${condition.getText()})` }]
  if (ts.isBinaryExpression(node)) {
    const after = swaps.get(node.operatorToken.kind)
    return after ? [{ operator: 'swap', node: node.operatorToken, after }] : []
  }
  if (ts.isNumericLiteral(node)) return [{ operator: 'constant', node, after: String(Number(node.text) + 1) }]
  if (node.kind === SyntaxKind.TrueKeyword) return [{ operator: 'constant', node, after: 'false' }]
  if (node.kind === SyntaxKind.FalseKeyword) return [{ operator: 'constant', node, after: 'true' }]
  if (ts.isStringLiteral(node)) return [{ operator: 'constant', node, after: `'${node.text}!'` }]
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
    return [{ operator: 'negate', node, after: node.operand.getText() }]
  if (ts.isReturnStatement(node) && ts.isIfStatement(node.parent))
    return [{ operator: 'drop', node: node.parent, after: withoutBranch(node.parent, text) }]
  if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent))
    return spreads(node.parent) ? [{ operator: 'drop', node, after: '...{}' }] : []
  return ts.isExpressionStatement(node) || ts.isContinueStatement(node)
    ? [{ operator: 'drop', node, after: ';' }]
    : []
}

const withoutBranch = (branch: ts.IfStatement, text: string): string =>
  branch.elseStatement ? text.slice(branch.elseStatement.getStart(), branch.elseStatement.end) : ';'

/** Only what overrides something can be dropped: a field that must be there would be missed at once. */
const spreads = ({ properties }: ts.ObjectLiteralExpression): boolean =>
  properties.some(ts.isSpreadAssignment)

/**
 * What no record can notice in any model: types, imports; the facts of a reason, which are words for the reader; guards
 * against what never comes; what is left out. A model's own exceptions stand in its mutants.yaml.
 */
const isBeyondRecords = (node: ts.Node, names: readonly string[]): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  ts.isTypeAliasDeclaration(node) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'because') ||
  (ts.isVariableDeclaration(node) && ['facts', ...names].includes(node.name.getText())) ||
  ts.isThrowStatement(node) ||
  (ts.isIfStatement(node) && /is: 'left-out'|\bleaveOut\(/.test(node.getText()))

/** `names`: of declarations in this file that are left alone. */
export const mutantsOf = (file: string, text: string, names: readonly string[] = []): readonly Mutant[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (isBeyondRecords(node, names)) return
    for (const { operator, node: at, after } of changesOf(node, text)) {
      const start = at.getStart()
      const line = source.getLineAndCharacterOfPosition(start).line + 1
      const onLine = (text.split('\n')[line - 1] ?? '').trim()
      found.push({ file, line, text: onLine, operator, start, end: at.end, before: at.getText(), after })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

export const applyMutant = (text: string, { start, end, after }: Mutant): string =>
  text.slice(0, start) + after + text.slice(end)
