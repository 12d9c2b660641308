/** `npm run chaos -- --cluster N`: on a machine of its own, told line by line. Exit 1 where a cycle left a difference. */
import { join } from 'node:path'
import { lacking } from '#verify/cluster/available.ts'
import { down, leftovers } from '#verify/cluster/down.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import {
  drawCycles,
  isOwnMachine,
  onOwnMachine,
  playCycle,
  timeUp,
  victims,
  type PlayedCycle,
} from './index.ts'

export type ClusterCall = { cycles: number; seed: number; /** This one alone. */ only: number | undefined }

const program = join(import.meta.dirname, '../run.ts')
const nameVariable = 'NODEBOOK_CHAOS_CLUSTER'

export async function runCycles(call: ClusterCall): Promise<number> {
  const name = process.env[nameVariable]
  if (isOwnMachine() && name !== undefined) return play(name, call)
  const lack =
    lacking() ??
    (k3sHere() === undefined ? 'k3s is missing: set K3S_BIN, or bring one cluster up.' : undefined)
  if (lack !== undefined) {
    console.error(`${lack}\n0 passed, 0 failed, ${call.cycles} skipped`)
    return 3
  }
  return beginCycles(`kill-${process.pid}`, call)
}

/** What is shared with the machine below is looked at from there as well. */
async function beginCycles(name: string, { cycles, seed, only }: ClusterCall): Promise<number> {
  process.env[nameVariable] = name
  const words = ['--cluster', String(cycles), '--seed', String(seed)]
  const code = await onOwnMachine(program, [
    ...words,
    ...(only === undefined ? [] : ['--cycle', String(only)]),
  ])
  const left = leftovers(name)
  left.forEach((each) => console.log(`LEFT  on the machine below: ${each}`))
  if (left.length > 0) await down(name, console.log)
  return left.length > 0 && code === 0 ? 1 : code
}

async function play(name: string, { cycles, seed, only }: ClusterCall): Promise<number> {
  const length = await timeUp(name)
  console.log(`seed ${seed}; one node takes ${(length / 1000).toFixed(1)} s to come up`)
  const all: PlayedCycle[] = []
  for (const cycle of drawCycles(cycles, seed).filter(
    ({ number }) => only === undefined || number === only,
  )) {
    const played = await playCycle(name, cycle, length)
    all.push(played)
    console.log(tellCycle(played, seed, cycles))
  }
  console.log(summary(all))
  return all.some(({ faults }) => faults.length > 0) ? 1 : 0
}

export function tellCycle(played: PlayedCycle, seed: number, cycles: number): string {
  const { number, agents, victim, moment, killed, faults } = played
  const what = `${victim.padEnd(7)} at ${moment.toFixed(2)} with ${agents} agents: ${killed ?? 'ended before'}`
  const line = `${faults.length === 0 ? 'ok  ' : 'LEFT'}  ${String(number).padStart(3)} ${what}; down ${Math.round(played.down)} ms`
  const again = `again: npm run chaos -- --cluster ${cycles} --seed ${seed} --cycle ${number}`
  return [line, ...[...faults, ...(faults.length > 0 ? [again] : [])].map((text) => `      ${text}`)].join(
    '\n',
  )
}

function summary(all: readonly PlayedCycle[]): string {
  const rows = victims.map((victim) => {
    const mine = all.filter((each) => each.victim === victim)
    return `${victim.padEnd(8)} ${mine.length} cycles, ${mine.filter(({ killed }) => killed).length} in time`
  })
  const bad = all.filter(({ faults }) => faults.length > 0).length
  const slowest = `down after a blow: ${Math.round(Math.max(0, ...all.map(({ down }) => down)))} ms at most`
  return [...rows, slowest, `${all.length - bad} passed, ${bad} failed, 0 skipped`].join('\n')
}
