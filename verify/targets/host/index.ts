/** This machine's kernel. The vm runs the same code inside itself. */
import { factsOf } from '#ledger'
import type { Environment } from '#ledger'
import { join } from 'node:path'
import {
  enterSandbox,
  makeRunFolder,
  shapeOf,
  removeRun,
  startWatchdog,
  unmetNeed,
  type Watchdog,
} from '#verify/sandbox/index.ts'
import type { Availability, Order, Probe, Target } from '../types.ts'
import { hostAvailable } from './available.ts'
import { openSession } from './open-session.ts'
import { probeHost } from './probe.ts'

export function createHostTarget(): Target {
  let run: { folder: string; watchdog: Watchdog } | undefined
  let sandboxes = 0
  let availability: Promise<Availability> | undefined
  let environment: Promise<Environment> | undefined

  /** The watchdog first: what is made from then on has someone to remove it. */
  const nextFolder = (): string => {
    if (!run) {
      const folder = makeRunFolder()
      run = { folder, watchdog: startWatchdog(folder) }
    }
    sandboxes += 1
    return join(run.folder, String(sandboxes))
  }

  return {
    name: 'host',
    available: () => (availability ??= hostAvailable()),
    async probe(): Promise<Probe> {
      const found = await (environment ??= probeHost())
      return { environment: found, facts: factsOf(found, 'host') }
    },
    lacks: (header) => Promise.resolve(unmetNeed(header)),
    open: (order: Order) => openSession(nextFolder(), order),
    enter: (order: Order) =>
      enterSandbox({
        folder: nextFolder(),
        shape: shapeOf(order.transcript.header),
        files: order.files,
        keep: false,
      }),
    async close() {
      const ended = run
      run = undefined
      if (!ended) return
      await removeRun(ended.folder)
      await ended.watchdog.release()
    },
  }
}
