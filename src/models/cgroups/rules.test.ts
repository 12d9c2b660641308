/** One test for each rule, titled by it: a program, and what its last line gives. */
import { expect, test } from 'vitest'
import { init, rules, step, type Action, type Rule, type State, type Step, type Version } from './index.ts'

const users = { root: 'root', user: 'user' } as const

const cut = (path: string): readonly [at: string, file: string] => {
  const slash = path.lastIndexOf('/')
  const at = path.slice(0, slash)
  return [at === '' || at.endsWith(':') ? `${at}/` : at, path.slice(slash + 1)]
}

/** `user: echo 3 > /a/cgroup.procs`; without a name it is root. */
const actionFrom = (line: string): Action => {
  const [, name = 'root', command = '', rest = ''] = /^(?:(user|root): )?(\w+) ?(.*)$/.exec(line) ?? []
  const by = name === 'user' ? users.user : users.root
  const [first = '', second = ''] = rest.split(' ')
  switch (command) {
    case 'mkdir':
    case 'rmdir':
      return { do: command, by, at: first }
    case 'give':
      return { do: 'delegate', at: first, to: 'user' }
    case 'fork':
      return { do: 'fork', by: Number(first), as: Number(second) }
    case 'exit':
      return { do: 'exit', by: Number(first) }
    case 'cat': {
      const [at, file] = cut(first)
      return { do: 'read', by, at, file }
    }
    case 'echo': {
      const [text = '', path = ''] = rest.split(/ ?> /)
      const [at, file] = cut(path)
      return { do: 'write', by, at, file, text }
    }
    default:
      throw new Error(`"${line}": expected mkdir, rmdir, give, fork, exit, cat or echo`)
  }
}

const run = (version: Version, lines: readonly string[]): Step => {
  const start = init({ version, cpus: 2, processes: ['root', 'root', 'user', 'user'] })
  const state = lines.slice(0, -1).reduce((so: State, line) => step(so, actionFrom(line)).state, start)
  return step(state, actionFrom(lines.at(-1) ?? ''))
}

const told = ({ outcome }: Step): string => {
  if (outcome.is === 'error') return outcome.errno
  return outcome.is === 'text' ? outcome.text : outcome.is
}

type Program = readonly [gives: string, ...lines: readonly string[]]

const all = '+cpu +cpuset +io +memory +pids'
/** Controllers down to /a/b. */
const two = [
  `echo ${all} > /cgroup.subtree_control`,
  'mkdir /a',
  `echo ${all} > /a/cgroup.subtree_control`,
  'mkdir /a/b',
]
const threads = [
  'echo +cpu > /cgroup.subtree_control',
  'mkdir /a',
  'echo threaded > /a/cgroup.type',
  'mkdir /b',
]

const onV2: Readonly<Partial<Record<Rule, Program>>> = {
  'cgroups/made': ['done', 'mkdir /a'],
  'cgroups/exists': ['EEXIST', 'mkdir /a', 'mkdir /a'],
  'cgroups/no-group': ['ENOENT', 'mkdir /a/b'],
  'cgroups/no-file': ['EACCES', 'mkdir /a', 'echo 1 > /a/pids.max'],
  'cgroups/not-owner': ['EACCES', 'user: mkdir /a'],
  'cgroups/read-only': ['EINVAL', 'echo 1 > /cgroup.events'],
  'cgroups/write-only': ['EINVAL', 'cat /cgroup.kill'],
  'cgroups/depth-limit': ['EAGAIN', 'echo 0 > /cgroup.max.depth', 'mkdir /a'],
  'cgroups/descendants-limit': ['EAGAIN', 'echo 1 > /cgroup.max.descendants', 'mkdir /a', 'mkdir /a/b'],
  'cgroups/removed': ['done', 'mkdir /a', 'rmdir /a'],
  'cgroups/remove-populated': ['EBUSY', 'mkdir /a', 'echo 1 > /a/cgroup.procs', 'rmdir /a'],
  'cgroups/remove-children': ['EBUSY', 'mkdir /a', 'mkdir /a/b', 'rmdir /a'],
  'cgroups/delegated': ['done', 'mkdir /a', 'give /a'],
  'cgroups/enabled': ['done', 'echo +cpu > /cgroup.subtree_control'],
  'cgroups/disabled': ['done', ...two, 'echo -io > /a/cgroup.subtree_control'],
  'cgroups/control-unchanged': ['done', 'echo -io > /cgroup.subtree_control'],
  'cgroups/control-malformed': ['EINVAL', 'echo +cpu memory > /cgroup.subtree_control'],
  'cgroups/control-not-offered': ['ENOENT', 'mkdir /a', 'echo +cpu > /a/cgroup.subtree_control'],
  'cgroups/control-used-below': ['EBUSY', ...two, 'echo -io > /cgroup.subtree_control'],
  'cgroups/control-internal-processes': [
    'EBUSY',
    ...['echo 1 > /cgroup.procs', 'echo +cpu +memory > /cgroup.subtree_control'],
  ],
  'cgroups/control-beside-processes': [
    'done',
    ...['echo 1 > /cgroup.procs', 'echo +cpu > /cgroup.subtree_control'],
  ],
  'cgroups/control-in-threads': ['EOPNOTSUPP', ...threads, 'echo +memory > /cgroup.subtree_control'],
  'cgroups/control-invalid-domain': ['EOPNOTSUPP', ...threads, 'echo +cpu > /b/cgroup.subtree_control'],
  'cgroups/threaded': ['done', 'mkdir /a', 'echo threaded > /a/cgroup.type'],
  'cgroups/threaded-already': ['done', ...threads, 'echo threaded > /a/cgroup.type'],
  'cgroups/type-malformed': ['EINVAL', 'echo domain > /cgroup.type'],
  'cgroups/threaded-occupied': [
    'EOPNOTSUPP',
    ...['mkdir /a', 'echo 1 > /a/cgroup.procs', 'echo threaded > /a/cgroup.type'],
  ],
  'cgroups/threaded-domain': [
    'EOPNOTSUPP',
    ...['echo +memory > /cgroup.subtree_control', 'mkdir /a', 'echo threaded > /a/cgroup.type'],
  ],
  'cgroups/procs-of-threads': ['EOPNOTSUPP', ...threads, 'cat /a/cgroup.procs'],
  'cgroups/moved': ['done', 'echo 1 > /cgroup.procs'],
  'cgroups/move-malformed': ['EINVAL', 'echo -1 > /cgroup.procs'],
  'cgroups/move-nobody': ['ESRCH', 'echo 99 > /cgroup.procs'],
  'cgroups/move-common-ancestor': ['EACCES', 'mkdir /a', 'give /a', 'user: echo 3 > /a/cgroup.procs'],
  'cgroups/move-internal-process': [
    'EBUSY',
    ...['echo +memory > /cgroup.subtree_control', 'echo 1 > /cgroup.procs'],
  ],
  'cgroups/move-invalid-domain': ['EOPNOTSUPP', ...threads, 'echo 1 > /b/cgroup.procs'],
  'cgroups/move-other-domain': [
    'EOPNOTSUPP',
    ...['mkdir /a', 'mkdir /b', 'echo 1 > /a/cgroup.procs', 'echo 1 > /b/cgroup.threads'],
  ],
  'cgroups/written': ['done', ...two, 'echo 0x10 > /a/cpu.weight'],
  'cgroups/malformed': ['EINVAL', ...two, 'echo  5 > /a/cpu.weight'],
  'cgroups/out-of-range': ['ERANGE', ...two, 'echo 0 > /a/cpu.weight'],
  'cgroups/rounded-to-pages': ['done', ...two, 'echo 4097 > /a/memory.low'],
  'cgroups/idle-has-no-weight': ['EINVAL', ...two, 'echo 1 > /a/cpu.idle', 'echo 50 > /a/cpu.weight'],
  'cgroups/idle-resets-weight': ['done', ...two, 'echo 1 > /a/cpu.idle'],
  'cgroups/quota-too-small': ['EINVAL', ...two, 'echo 999 > /a/cpu.max'],
  'cgroups/period-out-of-range': ['EINVAL', ...two, 'echo 1000 999 > /a/cpu.max'],
  'cgroups/burst-above-quota': ['EINVAL', ...two, 'echo 5000 > /a/cpu.max', 'echo 5001 > /a/cpu.max.burst'],
  'cgroups/cpus-not-there': ['ERANGE', ...two, 'echo 2 > /a/cpuset.cpus'],
  'cgroups/cpus-needed': [
    'ENOSPC',
    ...[...two, 'echo 0 > /a/b/cpuset.cpus', 'echo 1 > /a/b/cgroup.procs', 'echo > /a/b/cpuset.cpus'],
  ],
  'cgroups/cpus-from-above': ['done', ...two, 'echo 0 > /a/cpuset.cpus', 'echo 1 > /a/b/cpuset.cpus'],
  'cgroups/cpus-cut': ['done', ...two, 'echo 0 > /a/cpuset.cpus', 'echo 0-1 > /a/b/cpuset.cpus'],
  'cgroups/limit-above': ['done', ...two, 'echo 64M > /a/memory.max', 'echo 1G > /a/b/memory.max'],
  'cgroups/frozen': ['done', 'echo 1 > /cgroup.freeze'],
  'cgroups/thawed': ['done', 'echo 0 > /cgroup.freeze'],
  'cgroups/frozen-above': ['done', 'echo 1 > /cgroup.freeze', 'echo 1 > /cgroup.procs'],
  'cgroups/born-frozen': ['done', 'echo 1 > /cgroup.freeze', 'mkdir /a'],
  'cgroups/killed': ['done', 'echo 1 > /cgroup.procs', 'echo 1 > /cgroup.kill'],
  'cgroups/kill-threads': ['EOPNOTSUPP', ...threads, 'echo 1 > /a/cgroup.kill'],
  'cgroups/forked': ['done', 'fork 1 5'],
  'cgroups/fork-refused': [
    'EAGAIN',
    ...[...two, 'echo 1 > /a/pids.max', 'echo 1 > /a/b/cgroup.procs', 'fork 1 5'],
  ],
  'cgroups/pids-exceeded': ['done', ...two, 'echo 0 > /a/pids.max', 'echo 1 > /a/b/cgroup.procs'],
  'cgroups/exited': ['done', 'exit 1'],
  'cgroups/emptied': ['done', 'echo 1 > /cgroup.procs', 'exit 1'],
  'cgroups/read': ['domain', 'cat /cgroup.type'],
}

const half = ['mkdir cpu:/a', 'mkdir cpu:/a/b', 'echo 50000 > cpu:/a/cpu.cfs_quota_us']
const set = ['mkdir cpuset:/a', 'echo 0 > cpuset:/a/cpuset.cpus', 'mkdir cpuset:/a/b']

const onV1: Readonly<Partial<Record<Rule, Program>>> = {
  'cgroups/move-not-yours': ['EACCES', 'mkdir cpu:/a', 'give cpu:/a', 'user: echo 1 > cpu:/a/cgroup.procs'],
  'cgroups/move-without-cpus': ['ENOSPC', ...set, 'echo 1 > cpuset:/a/tasks'],
  'cgroups/shares-clamped': ['done', 'echo 1 > cpu:/cpu.shares'],
  'cgroups/quota-above-parent': ['EINVAL', ...half, 'echo 60000 > cpu:/a/b/cpu.cfs_quota_us'],
  'cgroups/quota-below-child': [
    'EINVAL',
    ...[...half, 'echo 40000 > cpu:/a/b/cpu.cfs_quota_us', 'echo 30000 > cpu:/a/cpu.cfs_quota_us'],
  ],
  'cgroups/cpus-beyond-parent': ['EACCES', ...set, 'echo 1 > cpuset:/a/b/cpuset.cpus'],
  'cgroups/cpus-used-below': [
    'EBUSY',
    ...[...set, 'echo 0 > cpuset:/a/b/cpuset.cpus', 'echo 1 > cpuset:/a/cpuset.cpus'],
  ],
}

const programs = [
  ...Object.entries(onV2).map(([rule, program]) => ['v2', rule, program] as const),
  ...Object.entries(onV1).map(([rule, program]) => ['v1', rule, program] as const),
]

test.each(programs)('%s %s', (version, rule, [gives, ...lines]) => {
  const made = run(version, lines)
  expect(told(made)).toBe(gives)
  expect(made.trace.map((reason) => reason.rule)).toContain(rule)
})

test('a file is of whoever has enabled its controller, though another made the group', () => {
  const lines = [`echo ${all} > /cgroup.subtree_control`, 'mkdir /a', 'mkdir /a/b', 'give /a']
  const enabled = [...lines, 'user: echo +cpu > /a/cgroup.subtree_control']
  expect(told(run('v2', [...enabled, 'user: echo 50 > /a/b/cpu.weight']))).toBe('done')
  expect(told(run('v2', [...enabled, 'user: echo 1 > /a/b/cgroup.freeze']))).toBe('EACCES')
})

test('no rule is without its test', () => {
  expect(programs.map(([, rule]) => rule).sort()).toEqual(Object.keys(rules).sort())
})
