/** Runs one snippet and is thrown away: what it leaves behind cannot reach the next run. */
import { format } from '../console/index.ts'
import type { Fault, FromWorker, ToWorker } from '../messages.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { faultOf, faultOfSyntax } from './fault-of.ts'
import { byImportName, loadModules, requireFrom } from './modules.ts'
import { makePrinter } from './printer.ts'
import { watchTimers } from './timers.ts'

const loaders = byImportName(import.meta.glob('/src/models/*/index.ts'))
const post = (message: FromWorker) => self.postMessage(message)
const { print, finish } = makePrinter(post, () => performance.now())

function end(message: FromWorker) {
  finish()
  post(message)
}
const fail = (fault: Fault) => end({ kind: 'failed', fault })

/** Two tasks later: a rejected promise that nobody handles is told in a task of its own, and must come first. */
const { setTimeout: later } = globalThis
const endIfIdle = () => settled && timers.pending() === 0 && end({ kind: 'done' })
const endWhenIdle = () => later(() => later(endIfIdle))

let settled = false
const timers = watchTimers(globalThis, endWhenIdle)

const streams = [
  ['log', 'stdout'],
  ['info', 'stdout'],
  ['debug', 'stdout'],
  ['warn', 'stderr'],
  ['error', 'stderr'],
] as const

function listen() {
  for (const [method, stream] of streams)
    console[method] = (...values: unknown[]) => print(stream, () => format(...values))
  self.addEventListener('error', (event) => {
    event.preventDefault()
    fail(faultOf(event.error))
  })
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(faultOf(event.reason))
  })
}

async function run({ source }: ToWorker) {
  const compiled = compile(source)
  if (!compiled.ok) return fail(compiled.fault)
  const modules = await loadModules(compiled.imports, loaders)
  const main = evaluate(compiled.code)
  if (!main.ok) return fail(faultOfSyntax(main.error, self))
  listen()
  post({ kind: 'started' })
  try {
    await main.run(requireFrom(modules, loaders), {})
    settled = true
    endWhenIdle()
  } catch (error) {
    fail(faultOf(error))
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => void run(event.data))
