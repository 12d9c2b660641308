/**
 * Emulated, a vm is ten times slower than the machine below it: there the whole check replays what only a vm can, and
 * names what it leaves to the host. `npm run verify -- --target vm` and the nightly run replay everything.
 */
import type { Header } from '#transcript'
import { probe, type Facts } from '../../doctor/index.ts'
import type { Outcome } from '../outcome.ts'
import { replay } from './replay.ts'
import { targetsOf } from './targets-here.ts'

export async function replayOnVm(): Promise<Outcome> {
  const facts = await probe()
  return replay('vm', { leaveOut: (header) => leftToHost(header, facts) })
}

export function leftToHost({ targets, needs }: Header, facts: Facts): string | undefined {
  if (facts.kvm === 'usable' || !targets.includes('host') || !targetsOf(facts).has('host')) return undefined
  const lacks = needs.some(({ name }) => /^cgroup-v/.test(name) && name !== `cgroup-${facts.cgroup}`)
  return lacks ? undefined : 'emulated, and replayed on the host; npm run verify -- --target vm has it too'
}
