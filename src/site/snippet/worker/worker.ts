/** Runs one snippet and is thrown away: what it leaves behind cannot reach the next run. */
import { format } from '../console/index.ts'
import type { FromWorker, ToWorker } from '../messages.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { faultOf, faultOfReport } from './fault-of.ts'
import { byImportName, loadModules, requireFrom } from './modules.ts'
import { makePrinter } from './printer.ts'
import { watchTimers } from './timers.ts'

const loaders = byImportName(import.meta.glob('/src/models/*/index.ts'))
const post = (message: FromWorker) => self.postMessage(message)
const { print, finish } = makePrinter(post, () => performance.now())

for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const)
  console[method] = (...values: unknown[]) => print(() => format(...values))

const end = (message: FromWorker) => {
  finish()
  post(message)
}
self.addEventListener('error', (event) => {
  event.preventDefault()
  end({ kind: 'failed', fault: faultOfReport(event) })
})
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  end({ kind: 'failed', fault: faultOf(event.reason) })
})

let settled = false
const timers = watchTimers(globalThis, () => settled && end({ kind: 'done' }))

async function run({ source }: ToWorker) {
  const compiled = compile(source)
  if (!compiled.ok) return end({ kind: 'failed', fault: compiled.fault })
  const modules = await loadModules(compiled.imports, loaders)
  post({ kind: 'started' })
  // In a task of its own: what the engine refuses to parse is reported with its line only as an uncaught error.
  queueMicrotask(() => void start(evaluate(compiled.code)))

  async function start(main: ReturnType<typeof evaluate>) {
    await main(requireFrom(modules, loaders), {})
    settled = true
    if (timers.pending() === 0) end({ kind: 'done' })
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => void run(event.data))
