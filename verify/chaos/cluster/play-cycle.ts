/** One cycle: a cluster is brought up, something is killed on the way, it is taken down, and nothing has changed. */
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheFolder } from '#verify/program/index.ts'
import type { Cycle } from './draw-cycles.ts'
import { compareInventories, takeInventory, type Places } from './inventory.ts'
import { pids } from './look.ts'
import { startTool, type Tool } from './tool.ts'

export type PlayedCycle = Cycle & {
  /** What was killed, by its name; undefined where it had ended before. */
  killed: string | undefined
  /** Milliseconds of `down`, the one that nobody kills. */
  down: number
  faults: string[]
}

/** How long things may take to vanish after `down` has ended, and how long `up` may go on without what was killed. */
const patience = 2_000
const goesOn = 20_000

/** How long a `down` takes at most that is killed on its way. */
const downLength = 1_500

const places = (): Places => ({
  folders: [
    { at: '/run', depth: 3 },
    { at: tmpdir(), depth: 2 },
    { at: cacheFolder('k3s'), depth: 3 },
  ],
})

/** How long `up` takes that nobody disturbs. What it unpacks for the first time is there for all the others. */
export async function timeUp(name: string): Promise<number> {
  const start = performance.now()
  const { code, printed } = await startTool('up', '--name', name).ended
  const took = performance.now() - start
  const down = await startTool('down', '--name', name).ended
  if (code !== 0 || down.code !== 0)
    throw new Error(
      `A cluster that nobody disturbed: up ${code}, down ${down.code}\n${printed}${down.printed}`,
    )
  return took
}

export async function playCycle(name: string, cycle: Cycle, length: number): Promise<PlayedCycle> {
  const before = takeInventory(places())
  const up = startTool('up', '--name', name, '--agents', String(cycle.agents))
  const due = cycle.moment * length * (1 + cycle.agents / 3)
  await (cycle.victim === 'process' ? sleep(due) : Promise.race([sleep(due), up.ended]))
  const killed = cycle.victim === 'process' ? strikeAny(cycle.which) : strike(up.pid)
  await Promise.race([up.ended, sleep(goesOn)])
  strike(up.pid)
  await up.ended
  if (cycle.victim === 'down') await interruptDown(name, cycle.second)
  const start = performance.now()
  const { code, printed } = await startTool('down', '--name', name).ended
  const down = performance.now() - start
  const faults = code === 0 ? [] : [`down ended with ${code}: ${printed.trim()}`]
  return { ...cycle, killed, down, faults: [...faults, ...(await waitUntilEqual(before))] }
}

async function interruptDown(name: string, share: number): Promise<void> {
  const tool: Tool = startTool('down', '--name', name)
  await Promise.race([sleep(share * downLength), tool.ended])
  strike(tool.pid)
  await tool.ended
}

async function waitUntilEqual(before: ReturnType<typeof takeInventory>): Promise<string[]> {
  for (const deadline = performance.now() + patience; ; await sleep(50)) {
    const differences = compareInventories(before, takeInventory(places()))
    if (differences.length === 0 || performance.now() > deadline) return differences
  }
}

/** On this machine of the cycles' own every process but the first and the looker belongs to the cycle. */
function strikeAny(which: number): string | undefined {
  const all = pids()
    .filter((pid) => pid !== 1 && pid !== process.pid && !hasEnded(pid))
    .toSorted((a, b) => a - b)
  const pid = all[Math.floor(which * all.length)]
  return pid === undefined ? undefined : strike(pid)
}

/** Its name; undefined where it has ended already. */
function strike(pid: number): string | undefined {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    const ended = hasEnded(pid)
    process.kill(pid, 'SIGKILL')
    return ended ? undefined : `${name} ${pid}`
  } catch {
    return undefined
  }
}

function hasEnded(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}
