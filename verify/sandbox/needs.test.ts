import { afterEach, describe, expect, test, vi } from 'vitest'
import { parseTranscript, type Header } from '#transcript'
import { cgroupVersion, readHierarchies } from './cgroups.ts'
import { commandLine } from './launch.ts'
import { isRoot, shapeOf, unmetNeed } from './index.ts'
import { nameOf, readOwner, thisProcess, isGone, startOf } from './owner.ts'

function header(needs: string): Header {
  const parsed = parseTranscript(`targets: host\nneeds: ${needs}\n---\n== a\n$ true\n`, 'needs.transcript')
  if (!parsed.ok) throw new Error(`needs: ${needs} does not parse`)
  return parsed.transcript.header
}

afterEach(() => vi.unstubAllEnvs())

describe('host-root', () => {
  test('is had by NODEBOOK_DISPOSABLE=1 alone, and by root alone', () => {
    vi.stubEnv('NODEBOOK_DISPOSABLE', '0')
    expect(unmetNeed(header('host-root'))).toMatch(/^needs host-root: /)
    vi.stubEnv('NODEBOOK_DISPOSABLE', '1')
    expect(unmetNeed(header('host-root')) === undefined).toBe(isRoot())
  })

  test('and no other sandbox is without a user namespace', () => {
    const of = (needs: string) =>
      commandLine({ work: '/w', shape: shapeOf(header(needs)), token: '', keep: false, stdio: [] })
        .filter((word) => word.startsWith('--'))
        .join(' ')
    expect(of('host-root')).not.toContain('--user')
    for (const needs of ['tty', 'host-pid', 'uid-range', 'cgroup-v1', 'exclusive'])
      for (const kind of ['--user', '--mount', '--net', '--uts', '--ipc']) expect(of(needs)).toContain(kind)
  })
})

test.each(['docker', 'dns', 'storage', 'metrics', 'agents 2'])(
  '%s is not to be had without more',
  (needs) => {
    vi.stubEnv('NODEBOOK_DISPOSABLE', '')
    expect(unmetNeed(header(needs))).toMatch(new RegExp(`^needs ${needs.split(' ')[0]}: .+`))
  },
)

describe('cgroup hierarchies', () => {
  const v1 = 'cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,relatime,cpu,cpuacct 0 0\n'
  const systemd = 'cgroup /sys/fs/cgroup/systemd cgroup rw,xattr,name=systemd 0 0\n'
  const empty = 'cgroup2 /nowhere/unified cgroup2 rw 0 0\n'

  test('are read from the mounts; one with a name has no controllers', () => {
    expect(readHierarchies(v1 + systemd + empty)).toEqual([
      { version: 'v1', mount: '/sys/fs/cgroup/cpu,cpuacct', controllers: ['cpu', 'cpuacct'] },
      { version: 'v2', mount: '/nowhere/unified', controllers: [] },
    ])
  })

  test('the version is where cpu, memory and pids are', () => {
    const unified = { version: 'v2' as const, mount: '/a', controllers: ['cpu'] }
    expect(cgroupVersion(readHierarchies(v1 + empty))).toBe('v1')
    expect(cgroupVersion([unified])).toBe('v2')
    expect(cgroupVersion([...readHierarchies(v1), unified])).toBe('hybrid')
    expect(cgroupVersion([...readHierarchies(v1), { ...unified, controllers: ['misc'] }])).toBe('v1')
  })
})

describe.skipIf(process.platform !== 'linux')('the name of a run', () => {
  test('says who made it', () => {
    const owner = thisProcess()
    expect(readOwner(nameOf(owner))).toEqual(owner)
    expect(readOwner(`${nameOf(owner)}-3`)).toEqual(owner)
    expect(readOwner('nodebook-run-else')).toBeUndefined()
  })

  test('and whether he lives: the same pid at another time is another', () => {
    const owner = thisProcess()
    expect(isGone(owner)).toBe(false)
    expect(isGone({ ...owner, started: `${owner.started}1` })).toBe(true)
    expect(isGone({ ...owner, pid: 2 ** 22 + 1 })).toBe(true)
    expect(isGone({ ...owner, pid: 2 ** 22 + 1, pidNamespace: '1' })).toBe(false)
    expect(startOf(2 ** 22 + 1)).toBeUndefined()
  })
})
