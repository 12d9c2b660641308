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

type Report = { readonly error: unknown; readonly filename: string; readonly lineno: number }

/** An error event knows the line of a syntax error that only the engine found; the error itself does not. */
export function faultOfReport({ error, filename, lineno }: Report): Fault {
  const fault = faultOf(error)
  return filename.endsWith(sourceName) && fault.line === undefined ? { ...fault, line: lineno } : fault
}
