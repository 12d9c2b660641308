/** One round: a run is started, someone is killed at some moment, and what is left is looked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findLeftovers } from './find-leftovers.ts'
import { scenarios } from './scenarios.ts'
import { startRun, type Run } from './start-run.ts'

export const victims = ['runner', 'watchdog', 'both'] as const
export type Victim = (typeof victims)[number]

export type Round = { victim: Victim; token: string; /** Milliseconds after the start. */ moment: number }

export type Played = Round & {
  /** Whether the blow fell while the run was on. */
  hit: boolean
  /** Where the watchdog had to clean up: milliseconds until nothing was left. */
  clean?: number
  /** What stayed too long, and what the next run did wrong. */
  faults: string[]
}

/** How long the watchdog may take. */
const patience = 2_000

export async function playRound(round: Round): Promise<Played> {
  const { victim, token, moment } = round
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-chaos-'))
  try {
    const run = begin(folder, token)
    await Promise.race([sleep(moment), run.ended])
    const hit = (await Promise.race([run.ended, sleep(0)])) === undefined
    strike(run, victim)
    const struck = performance.now()
    const { code, printed } = await run.ended
    const faults: string[] = []
    if (victim === 'watchdog' && code !== 0) faults.push(`the run did not survive its watchdog: ${printed}`)
    // Where both are dead, nobody cleans up before the next run.
    const left = victim === 'both' ? [] : await waitUntilClean(token, run.pid)
    const clean = performance.now() - struck
    faults.push(...left.map((each) => `left after ${patience} ms: ${each}`))
    faults.push(...(await runAgain(folder, run, token)))
    return { ...round, hit, faults, ...(victim === 'runner' ? { clean } : {}) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long a run takes that nobody disturbs, in milliseconds. */
export async function timeRun(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-chaos-'))
  try {
    const start = performance.now()
    const { code, printed } = await begin(folder, 'timing').ended
    if (code !== 0) throw new Error(`A run that nobody disturbed ended with ${code}:\n${printed}`)
    return performance.now() - start
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function begin(folder: string, token: string): Run {
  for (const [name, text] of Object.entries(scenarios(token))) writeFileSync(join(folder, name), text)
  return startRun(folder)
}

function strike(run: Run, victim: Victim): void {
  const watchdog = run.watchdog()
  if (victim !== 'watchdog') kill(run.pid)
  if (victim !== 'runner' && watchdog !== undefined) kill(watchdog)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

async function waitUntilClean(token: string, runner: number): Promise<string[]> {
  for (const deadline = performance.now() + patience; ; await sleep(20)) {
    const left = findLeftovers(token, runner)
    if (left.length === 0 || performance.now() > deadline) return left
  }
}

/** The next run sweeps, passes, and leaves nothing of either. */
async function runAgain(folder: string, before: Run, token: string): Promise<string[]> {
  const run = startRun(folder)
  const { code, printed } = await run.ended
  const left = [before, run].flatMap(({ pid }) => findLeftovers(token, pid))
  return [
    ...(code === 0 ? [] : [`the next run ended with ${code}: ${printed}`]),
    ...[...new Set(left)].map((each) => `left after the next run: ${each}`),
  ]
}
