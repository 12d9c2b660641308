/**
 * Emulated, a vm is ten times slower than the machine below it: there the whole check replays what only a vm can and what
 * does not take long, and names the rest. `npm run verify -- --target vm` and the nightly run replay everything.
 */
import { basename, dirname, join } from 'node:path'
import type { Header } from '#transcript'
import { loadRecord } from '../../records/index.ts'
import { probe, type Facts } from '../../doctor/index.ts'
import type { Outcome } from '../outcome.ts'
import { replay } from './replay.ts'
import { targetsOf } from './targets-here.ts'

export async function replayOnVm(): Promise<Outcome> {
  const facts = await probe()
  const leaveOut = (header: Header, file: string) =>
    leftToHost(header, facts) ?? leftToNight(facts, recordedLength(file))
  return replay('vm', { leaveOut })
}

/** Milliseconds of a transcript's commands. */
const longest = 4_000

export function leftToNight({ kvm }: Facts, length: number | undefined): string | undefined {
  if (kvm === 'usable' || length === undefined || length <= longest) return undefined
  const seconds = Math.round(length / 1000)
  return `emulated, and took ${seconds} s when it was recorded; npm run verify -- --target vm has it too`
}

/** undefined: nothing is recorded, so it is not known to be long. */
function recordedLength(file: string): number | undefined {
  const read = loadRecord(join(dirname(file), 'records', `${basename(file, '.transcript')}.vm.json`))
  if (!read?.ok) return undefined
  return read.record.commands.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0)
}

/** Both at once: the controllers are on version 1, and version 2 is a tree without any, as systemd mounts it. */
const generationOf = ({ cgroup }: Facts) => (cgroup === 'hybrid' ? 'v1' : cgroup)

export function leftToHost({ targets, needs }: Header, facts: Facts): string | undefined {
  if (facts.kvm === 'usable' || !targets.includes('host') || !targetsOf(facts).has('host')) return undefined
  const lacks = needs.some(({ name }) => /^cgroup-v/.test(name) && name !== `cgroup-${generationOf(facts)}`)
  return lacks ? undefined : 'emulated, and replayed on the host; npm run verify -- --target vm has it too'
}
