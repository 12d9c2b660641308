/** `npm run chaos`: kills runs at random moments and looks for what they left. Exit 1 where there is any. */
import { parseArgs } from 'node:util'
import { loadTargets } from '#verify/targets/index.ts'
import { runCycles } from './cluster/run.ts'
import { drawRounds, playRounds, timeRun, victims, type Played } from './index.ts'

const help = `Kills the runner of a replay, its watchdog, or both, with SIGKILL at random moments, on transcripts that make
namespaces, links, bridges, mounts, cgroups, iptables rules and daemons.

  npm run chaos                          200 rounds
  npm run chaos -- --rounds N --seed S   so many; the same seed draws the same blows

With --cluster it brings a k3s cluster up, kills its tool or any process of it, takes it down, and compares processes,
mounts, links, network namespaces, cgroups, rules, settings and files of before and after.

  npm run chaos -- --cluster N --seed S  so many cycles
  npm run chaos -- --cluster N --seed S --cycle K   the K-th of them alone`

process.exitCode = await main()

type Call = { rounds: number; seed: number; cluster?: { cycles: number; only: number | undefined } }

function readCall(): Call | 'help' {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '200' },
      cluster: { type: 'string' },
      cycle: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return 'help'
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds: expected 1 or more, got ${values.rounds}.`)
  if (!Number.isInteger(seed)) throw new Error(`--seed: expected a whole number, got ${values.seed}.`)
  if (values.cluster === undefined) return { rounds, seed }
  const [cycles, only] = [
    Number(values.cluster),
    values.cycle === undefined ? undefined : Number(values.cycle),
  ]
  if (!Number.isInteger(cycles) || cycles < 1)
    throw new Error(`--cluster: expected 1 or more, got ${values.cluster}.`)
  if (only !== undefined && (!Number.isInteger(only) || only < 1 || only > cycles))
    throw new Error(`--cycle: expected 1 to ${cycles}, got ${values.cycle}.`)
  return { rounds, seed, cluster: { cycles, only } }
}

async function main(): Promise<number> {
  let call: ReturnType<typeof readCall>
  try {
    call = readCall()
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (call === 'help') {
    console.log(help)
    return 0
  }
  return call.cluster ? runCycles({ ...call.cluster, seed: call.seed }) : play(call)
}

async function play({ rounds, seed }: Call): Promise<number> {
  const host = (await loadTargets(['host'])).get('host')
  const available = await host?.available()
  if (!available?.ok) {
    console.error(`host: ${available?.missing ?? 'not built'} is missing. ${available?.todo ?? ''}`)
    return 3
  }
  const length = await timeRun()
  console.log(`seed ${seed}; a run takes ${Math.round(length)} ms`)
  const all = await playRounds(drawRounds(rounds, seed, length), show)
  console.log(summary(all))
  return all.some(({ faults }) => faults.length > 0) ? 1 : 0
}

function show({ victim, moment, hit, clean, faults }: Played): void {
  const what = `${victim.padEnd(8)} at ${String(moment).padStart(4)} ms${hit ? '' : ' (too late)'}`
  const after = clean === undefined ? '' : `  clean after ${Math.round(clean)} ms`
  console.log(`${faults.length === 0 ? 'ok  ' : 'LEFT'}  ${what}${after}`)
  for (const fault of faults) console.log(`      ${fault}`)
}

function summary(all: readonly Played[]): string {
  const rows = victims.map((victim) => {
    const mine = all.filter((each) => each.victim === victim)
    const hits = mine.filter(({ hit }) => hit).length
    const times = mine.flatMap(({ clean }) => clean ?? [])
    const slowest = times.length === 0 ? '' : `; clean after ${Math.round(Math.max(...times))} ms at most`
    return `${victim.padEnd(8)} ${mine.length} rounds, ${hits} in time${slowest}`
  })
  const bad = all.filter(({ faults }) => faults.length > 0).length
  return [...rows, `${all.length - bad} passed, ${bad} failed, 0 skipped`].join('\n')
}
