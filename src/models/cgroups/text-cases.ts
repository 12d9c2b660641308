/** What may well be written to a file: mostly what it takes, now and then what it refuses or reads in its own way. */
import { pick, pickWeighted, randomInt, type Random } from '#kit'
import { membersOf } from './find.ts'
import type { Group, State } from './types.ts'

type Texts = { readonly good: readonly string[]; readonly odd: readonly string[] }

const strange = ['', 'x', '-1', '1 2', ' 1', '0x10', '010', '+1', '08', '99999999999999999999']

const flags: Texts = { good: ['0', '1'], odd: ['2', ...strange] }
const limits: Texts = {
  good: ['0', '1', '2', '3', 'max'],
  odd: ['2147483647', '2147483648', 'Max', 'max ', ...strange],
}
const bytes: Texts = {
  good: ['64M', '128M', '67108865', '1G', '96m', 'max', '0x8000000', '2147483648'],
  odd: [
    '1.5G',
    '1Gi',
    '64MB',
    '-1',
    'x',
    '1T',
    '18446744073709551615',
    '100000000000k',
    ' 256M ',
    '1P',
    '1E',
  ],
}
/** Too little for a process to live in, where nothing is taken away for it. */
const anyBytes: Texts = {
  good: [...bytes.good, '0', '4096', '8191', '1k', '1m'],
  odd: [...bytes.odd, '', 'k', 'G', '4095', '010000', '16E', '32E', '17k'],
}
const oldBytes: Texts = { ...bytes, odd: [...bytes.odd, 'max', '-2'] }
const quotas: Texts = {
  good: ['10000', '20000', '50000', '100000', '200000', '-1', '1000'],
  odd: ['999', '0', '-2', 'x', 'max', '', '0x2710', '9223372036854775808', '1e3'],
}
const cpuLists: Texts = {
  good: ['0', '1', '0-1', '', '0,1', '1,0'],
  odd: ['2', '0-2', '1-0', 'x', 'all', 'N', '0-N', '0,', '0 1', '0,,1', '-1', '0-', '0x1', 'n'],
}

const table: Readonly<Record<string, Texts>> = {
  'cgroup.type': { good: ['threaded'], odd: ['domain', 'x', '', ' threaded '] },
  'cgroup.freeze': flags,
  'cgroup.kill': { good: ['1'], odd: ['0', '2', ...strange] },
  'cgroup.max.depth': limits,
  'cgroup.max.descendants': limits,
  'cpu.weight': { good: ['1', '33', '100', '500', '10000', '3', '77'], odd: ['0', '10001', ...strange] },
  'cpu.weight.nice': { good: ['-20', '-5', '0', '7', '19', '-1'], odd: ['20', '-21', ...strange] },
  'cpu.shares': {
    good: ['2', '512', '1024', '4096', '262144'],
    odd: ['0', '1', '262145', '10000000', ...strange],
  },
  'cpu.idle': flags,
  'cpu.max': {
    good: [
      '10000',
      '50000 100000',
      '100000 50000',
      'max',
      'max 20000',
      '1000 1000',
      '200000',
      '1000000 1000000',
    ],
    odd: [
      ...[
        '999',
        '1000 999',
        '1000 1000001',
        '500 20000',
        '2000 500',
        '10000 2000000',
        '100abc',
        'max x',
        '20000 x',
        '5000 20000 7',
        ' 3000',
        '0',
      ],
      ...['0x2710', '', '-1', 'x', 'maximum', '20000,100000', '17592186044000'],
    ],
  },
  'cpu.max.burst': { good: ['0', '1000', '20000', '60000'], odd: ['9000000', '300000', ...strange] },
  'cpu.cfs_quota_us': quotas,
  'cpu.cfs_period_us': {
    good: ['100000', '50000', '1000', '1000000', '20000'],
    odd: ['999', '1000001', ...strange],
  },
  'cpu.cfs_burst_us': { good: ['0', '1000', '20000', '60000'], odd: ['9000000', '300000', ...strange] },
  'cpuset.cpus': cpuLists,
  'cpuset.mems': { good: ['0', '0', ''], odd: ['1', '0-1', 'x', '1024', 'N', '1-0'] },
  'memory.min': anyBytes,
  'memory.low': anyBytes,
  'memory.high': bytes,
  'memory.max': bytes,
  'memory.limit_in_bytes': oldBytes,
  'memory.soft_limit_in_bytes': { ...anyBytes, odd: [...anyBytes.odd, 'max'] },
  'memory.oom.group': flags,
  'pids.max': { good: ['0', '1', '2', '3', 'max', '4194304'], odd: ['4194305', 'max ', ...strange] },
  'freezer.state': { good: ['FROZEN', 'THAWED'], odd: ['FREEZING', 'frozen', '1', '', ' FROZEN '] },
}

const controllers = ['cpuset', 'cpu', 'io', 'memory', 'pids']

const controlWord = (random: Random): string =>
  `${pickWeighted(random, { '+': 5, '-': 2 })}${pick(random, controllers)}`

const control = (random: Random): string => {
  if (random() < 0.12) return pick(random, ['cpu', '+foo', '', '+', '+cpu,+memory', '*cpu', '+CPU'])
  return Array.from({ length: 1 + randomInt(random, 3) }, () => controlWord(random)).join(' ')
}

/** Those not there yet come first, those already inside last. */
const number = (random: Random, state: State, group: Group): string => {
  if (random() < 0.1) return pick(random, ['99', '98', '-1', 'x', '', '1 2', '1x', ' 1 '])
  const inside = membersOf(state, group)
  const outside = state.processes.filter((process) => !inside.includes(process))
  const from = outside.length > 0 && random() < 0.9 ? outside : state.processes
  return from.length > 0 ? String(pick(random, from).id) : '99'
}

export const someText = (random: Random, state: State, group: Group, file: string): string => {
  if (file === 'cgroup.subtree_control') return control(random)
  if (['cgroup.procs', 'cgroup.threads', 'tasks'].includes(file)) return number(random, state, group)
  const texts = table[file]
  if (!texts) return '1'
  return pick(random, random() < 0.65 ? texts.good : texts.odd)
}
