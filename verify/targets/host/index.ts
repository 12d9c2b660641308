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
  sweep,
  unmetNeed,
  type Watchdog,
} from '#verify/sandbox/index.ts'
import type { Availability, Order, Probe, Target } from '../types.ts'
import { hostAvailable } from './available.ts'
import { openSession } from './open-session.ts'
import { probeHost } from './probe.ts'

/** Of the process, not of the target: a sandbox that is kept keeps its number. */
let sandboxes = 0

export function createHostTarget(): Target {
  let run: Promise<{ folder: string; watchdog: Watchdog }> | undefined
  let availability: Promise<Availability> | undefined
  let environment: Promise<Environment> | undefined

  const nextFolder = async (): Promise<string> => {
    const { folder } = await (run ??= beginRun())
    sandboxes += 1
    return join(folder, String(sandboxes))
  }

  return {
    name: 'host',
    available: () => (availability ??= hostAvailable()),
    async probe(): Promise<Probe> {
      const found = await (environment ??= probeHost())
      return { environment: found, facts: factsOf(found, 'host') }
    },
    lacks: (header) => Promise.resolve(unmetNeed(header)),
    async open(order: Order) {
      refuseUnmet(order)
      return openSession(await nextFolder(), order)
    },
    async enter(order: Order) {
      refuseUnmet(order)
      const shape = shapeOf(order.transcript.header)
      return enterSandbox({ folder: await nextFolder(), shape, files: order.files, keep: false })
    },
    async close() {
      const ended = await run
      run = undefined
      if (!ended) return
      await removeRun(ended.folder)
      await ended.watchdog.release()
    },
  }
}

/** First what a run that was killed has left; then the watchdog, so that all that is made has someone to remove it. */
async function beginRun(): Promise<{ folder: string; watchdog: Watchdog }> {
  await sweep()
  const folder = makeRunFolder()
  return { folder, watchdog: startWatchdog(folder) }
}

/** Whoever opens has asked `lacks` before; that nothing runs as the machine's root by mistake is not left to that. */
function refuseUnmet({ id, transcript }: Order): void {
  const reason = unmetNeed(transcript.header)
  if (reason !== undefined) throw new Error(`${id} cannot run here: ${reason}`)
}
