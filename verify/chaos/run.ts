/** `npm run chaos`: kills runs at random moments and looks for what they left. Exit 1 where there is any. */
import { parseArgs } from 'node:util'
import { loadTargets } from '#verify/targets/index.ts'
import { drawRounds, playRounds } from './play-rounds.ts'
import { victims, type Played } from './play-round.ts'

const help = `Kills the runner of a replay, its watchdog, or both, with SIGKILL at random moments, on transcripts that make
namespaces, links, bridges, mounts, cgroups, iptables rules and daemons.

  npm run chaos                          200 rounds
  npm run chaos -- --rounds N --seed S   so many; the same seed draws the same blows`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})

process.exitCode = values.help ? showHelp() : await main(Number(values.rounds), Number(values.seed))

function showHelp(): number {
  console.log(help)
  return 0
}

async function main(rounds: number, seed: number): Promise<number> {
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
    console.error('--rounds and --seed: expected whole numbers.')
    return 2
  }
  const host = (await loadTargets(['host'])).get('host')
  const available = await host?.available()
  if (!available?.ok) {
    console.error(`host: ${available?.missing ?? 'not built'} is missing. ${available?.todo ?? ''}`)
    return 3
  }
  console.log(`seed ${seed}`)
  const all = await playRounds(drawRounds(rounds, seed), show)
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
