/** Values as files: under which name, and how they read back, on v1 and on v2. */
import { period, sharesFrom, weightFrom, type Quota } from './cpu.ts'
import { because, type Trace } from './rules.ts'
import type { File, Version, Weights } from './types.ts'

const page = 4096
/** PAGE_COUNTER_MAX pages: what v1 shows where nothing was set. */
const noLimit = '9223372036854771712'

const file = (name: string, value: string | number, because: Trace): File => ({
  of: 'cgroup',
  name,
  value: String(value),
  because,
})

const untouched = (subject: string): Trace => [because('pod-cgroups/not-written', subject, {})]

export const shareFiles = (
  subject: string,
  milli: number,
  { version, by }: { version: Version; by: 'kubelet' | Weights },
  before: Trace = [],
): readonly File[] => {
  const { shares, because: why } = sharesFrom(subject, milli)
  if (version === 'v1') return [file('cpu.shares', shares, [...before, ...why])]
  const { weight, because: how } = weightFrom(subject, shares, by)
  return [file('cpu.weight', weight, [...before, ...why, how])]
}

export const quotaFiles = (version: Version, { quota }: Pick<Quota, 'quota'>, why: Trace): readonly File[] =>
  version === 'v2'
    ? [file('cpu.max', `${quota ?? 'max'} ${period}`, why)]
    : [file('cpu.cfs_quota_us', quota ?? -1, why), file('cpu.cfs_period_us', period, why)]

const memoryName = { v1: 'memory.limit_in_bytes', v2: 'memory.max' } as const

/** The kernel counts in pages, and drops what is over. */
export const memoryFile = (version: Version, subject: string, bytes: number, before: Trace = []): File => {
  const read = bytes - (bytes % page)
  const rounded = read === bytes ? [] : [because('pod-cgroups/whole-pages', subject, { bytes, read })]
  const written = because('pod-cgroups/memory', subject, { bytes })
  return file(memoryName[version], read, [...before, written, ...rounded])
}

export const noMemoryLimit = (version: Version, why: Trace): File =>
  file(memoryName[version], version === 'v1' ? noLimit : 'max', why)

export const pidsFile = (subject: string, pids: number | undefined, of: 'node' | 'pod'): File =>
  pids === undefined
    ? file('pids.max', 'max', untouched(subject))
    : file('pids.max', pids, [because('pod-cgroups/pids', subject, { pids, of })])

/** What nobody writes keeps the kernel's default. */
export const untouchedQuota = (version: Version, subject: string): readonly File[] =>
  quotaFiles(version, { quota: undefined }, untouched(subject))

export const untouchedMemory = (version: Version, subject: string): File =>
  noMemoryLimit(version, untouched(subject))

/** v1 has no such file: there only the process that was chosen dies. */
export const oomGroupFiles = (version: Version, subject: string, together: boolean): readonly File[] => {
  if (version === 'v1') return []
  const why = together ? [because('pod-cgroups/dies-together', subject, {})] : untouched(subject)
  return [file('memory.oom.group', together ? 1 : 0, why)]
}
