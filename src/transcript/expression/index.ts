import { compile, type Automaton } from './automaton.ts'
import { parseExpression } from './parse-expression.ts'

export { longest, reach, reachBack, type Positions } from './simulate.ts'
export { parseExpression } from './parse-expression.ts'

/** An expression made ready to run in both directions. */
export type Pattern = { forward: Automaton; backward: Automaton }

export function compilePattern(source: string): Pattern {
  const expression = parseExpression(source)
  return { forward: compile(expression, 'forward'), backward: compile(expression, 'backward') }
}
