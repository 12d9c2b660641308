import { inspect } from '../console/index.ts'
import type { Fault } from '../messages.ts'
import { sourceName } from './evaluate.ts'

/** V8 and JavaScriptCore give the source's name, SpiderMonkey `… > eval`; the first frame in the snippet counts. */
const frame = new RegExp(String.raw`(?:\b${sourceName.replace('.', '\\.')}|> eval):(\d+)`)

export function lineIn(stack: string | undefined): number | undefined {
  const line = frame.exec(stack ?? '')?.[1]
  return line === undefined ? undefined : Number(line)
}

export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { message: `Uncaught ${inspect(thrown)}`, line: undefined }
  const { stack = '', name, message } = thrown
  return { message: message ? `${name}: ${message}` : name, line: lineIn(stack.replace(message, '')) }
}

type Reporter = Pick<typeof globalThis, 'addEventListener' | 'removeEventListener' | 'reportError'>

/** What only the engine refuses to read: its error does not know the line, the event of an uncaught error does. */
export function faultOfSyntax(error: unknown, scope: Reporter): Fault {
  let line: number | undefined
  const listen = (event: ErrorEvent) => {
    event.preventDefault()
    line = event.lineno || undefined
  }
  scope.addEventListener('error', listen)
  scope.reportError(error)
  scope.removeEventListener('error', listen)
  return { ...faultOf(error), line }
}
