/** The name under which the engine knows the snippet: lines are found by it in stacks. */
export const sourceName = 'snippet.ts'

export type Require = (name: string) => unknown
export type Main = (require: Require, exports: object) => Promise<void>

/**
 * The snippet as an async function, so that `await` works at its top. The head stands on the snippet's first line:
 * no line moves. A worker started from a file has no content security policy of a page's meta tag, so eval is allowed.
 */
export const evaluate = (code: string): Main =>
  globalThis.eval(`(async (require, exports) => {${code}\n})\n//# sourceURL=${sourceName}`) as Main
