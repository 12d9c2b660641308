/** TypeScript to a CommonJS body, line for line, so that a line of the result is a line of the source. */
import { transform } from 'sucrase'
import type { Fault } from '../messages.ts'

export type Compiled =
  | { readonly ok: true; readonly code: string; readonly imports: readonly string[] }
  | { readonly ok: false; readonly fault: Fault }

export function compile(source: string): Compiled {
  try {
    const { code } = transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true })
    return { ok: true, code, imports: importsOf(code) }
  } catch (error) {
    return { ok: false, fault: syntaxFault(error) }
  }
}

/** Strings that merely look like an import only load a model too many; whether one exists is told by `require`. */
const importsOf = (code: string) => [
  ...new Set([...code.matchAll(/\brequire\((['"])(.+?)\1\)/g)].flatMap((match) => match[2] ?? [])),
]

type Located = { readonly message: string; readonly loc?: { readonly line: number } }

function syntaxFault(error: unknown): Fault {
  const { message, loc } = error as Located
  return { message: `SyntaxError: ${message.replace(/ \(\d+:\d+\)$/, '')}`, line: loc?.line }
}
