/** The sums of a night, and what is kept of it for a page. Pure. */
import type { Environment } from '#ledger'
import type { NightRecord } from '#ledger/night.ts'
import type { Findings, Night } from './types.ts'

export type Sum = ReturnType<typeof sumNight>

export function sumNight({ findings }: Night) {
  const total = (of: (found: Findings) => number) => findings.reduce((sum, found) => sum + of(found), 0)
  const replays = findings.filter(({ part }) => part.startsWith('replay on '))
  const drifts = findings.flatMap((found) => found.drifts)
  const environments = findings.flatMap((found) => found.environments)
  return {
    transcripts: {
      passed: replays.reduce((sum, { passed }) => sum + passed, 0),
      drifted: new Set(replays.flatMap((found) => found.drifts.map(({ what }) => what.split(/[,:]/)[0])))
        .size,
      skipped: replays.reduce((sum, { skips }) => sum + skips.length, 0),
    },
    commands: {
      compared: total(({ commands }) => commands.compared),
      ran: total(({ commands }) => commands.ran),
      notRun: total(({ commands }) => commands.notRun),
    },
    cases: {
      agree: total(({ cases }) => cases.agree),
      differ: total(({ cases }) => cases.differ),
      declared: total(({ cases }) => cases.declared),
      notApplicable: total(({ cases }) => cases.notApplicable),
    },
    drifts,
    skips: findings.flatMap((found) => found.skips),
    moved: findings.flatMap((found) => found.moved),
    machine: machineOf(environments),
    k3s: environments.find(({ k3s }) => k3s)?.k3s,
  }
}

/** This machine's own, where anything ran on it. */
const machineOf = (environments: readonly Environment[]): Environment | undefined =>
  environments.find(({ accelerator }) => accelerator === undefined) ?? environments[0]

export function recordNight(night: Night): NightRecord {
  const { transcripts, commands, cases, drifts, skips, machine, k3s } = sumNight(night)
  return {
    ...{ schema: 1, started: night.started, seconds: night.seconds, seed: night.seed },
    ...(machine ? { kernel: machine.kernel, distribution: machine.distribution } : {}),
    ...(k3s ? { k3s: { version: k3s.version, release: k3s.release } } : {}),
    ...{ transcripts, commands, cases },
    drifts: drifts.map(({ what, todo }) => ({ what, todo })),
    skips: skips.map(({ what, why }) => ({ what, why })),
  }
}

/** Something ran, so that its silence says something. */
export const ranAnything = ({ findings }: Night): boolean =>
  findings.some(({ part, passed, drifts }) => part !== 'records' && passed + drifts.length > 0)

export function exitOf(night: Night): 0 | 1 | 3 {
  if (sumNight(night).drifts.length > 0) return 1
  return ranAnything(night) ? 0 : 3
}
