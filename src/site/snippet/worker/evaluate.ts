/** The name under which the engine knows the snippet: lines are found by it in stacks. */
export const sourceName = 'snippet.ts'

export type Require = (name: string) => unknown
export type Main = (require: Require, exports: object) => Promise<void>
export type Evaluated =
  { readonly ok: true; readonly run: Main } | { readonly ok: false; readonly error: unknown }

/**
 * The snippet as an async function, so that `await` works at its top, in a block of its own, so that it may name
 * things as it likes. The head stands on the snippet's first line: no line moves. A worker started from a file is not
 * under the content security policy of the page's meta tag, so eval is allowed there.
 */
export function evaluate(code: string): Evaluated {
  try {
    const run: unknown = globalThis.eval(
      `(async (require, exports) => {"use strict";{${code}\n}})\n//# sourceURL=${sourceName}`,
    )
    return { ok: true, run: run as Main }
  } catch (error) {
    return { ok: false, error }
  }
}
