/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type * as kit from '#kit'
import { effective as effectiveList } from './cpuset.ts'
import { findGroup, findProcess, frozenBy } from './find.ts'
import { effectiveMemory } from './memory.ts'
import type { Move } from './move-text.ts'
import type { ChoiceId, Machines, QuestionId, ScenarioId, TreeTale } from './tale.ts'
import type { Outcome, User, Version } from './types.ts'

type Ask = { readonly ask: kit.Question<TreeTale> }
type Holds = kit.Holds<TreeTale>

/** The moves of one machine. */
const on = (version: Version) => ({
  mkdir: (at: string, by: User = 'root'): Move => ({ on: version, do: 'mkdir', by, at }),
  rmdir: (at: string, by: User = 'root'): Move => ({ on: version, do: 'rmdir', by, at }),
  write: (at: string, file: string, text: string, by: User = 'root'): Move => ({
    ...{ on: version, do: 'write', by, at, file, text },
  }),
  enter: (at: string, process: number, by: User = 'root'): Move => ({
    ...{ on: version, do: 'write', by, at },
    ...{ file: 'cgroup.procs', text: String(process) },
  }),
  enable: (at: string, text: string): Move => ({
    ...{ on: version, do: 'write', by: 'root', at },
    ...{ file: 'cgroup.subtree_control', text },
  }),
  read: (at: string, file: string): Move => ({ on: version, do: 'read', by: 'root', at, file }),
  give: (at: string): Move => ({ on: version, do: 'delegate', at, to: 'user' }),
  fork: (by: number, as: number): Move => ({ on: version, do: 'fork', by, as }),
})

const told = (outcome: Outcome): string => {
  if (outcome.is === 'error') return outcome.errno
  return outcome.is === 'text' ? 'done' : outcome.is
}

const asks = (id: QuestionId, ...choices: readonly ChoiceId[]): Ask => ({
  ask: {
    id,
    choices: Object.fromEntries(
      choices.map((choice): [ChoiceId, Holds] => [choice, (_, outcome) => told(outcome) === choice]),
    ),
  },
})

const asksState = (id: QuestionId, choices: Readonly<Partial<Record<ChoiceId, Holds>>>): Ask => ({
  ask: { id, choices },
})

const { mkdir, rmdir, write, enter, enable, read, give, fork } = on('v2')
const v1 = on('v1')

const memoryAt = ({ v2 }: Machines, at: string): string | undefined => {
  const group = findGroup(v2, at)
  return group && effectiveMemory(v2, group).at.place
}

const runsOn =
  (cpu: number): Holds =>
  ({ v2 }) => {
    const group = findGroup(v2, '/a/b')
    return group !== undefined && effectiveList(v2, group, 'cpus').join() === String(cpu)
  }

const isFrozenAt = ({ v2 }: Machines, at: string): boolean => {
  const group = findGroup(v2, at)
  return group !== undefined && frozenBy(v2, group) !== undefined
}

const lives = ({ v2 }: Machines, process: number): boolean => findProcess(v2, process) !== undefined

export const scenarios: readonly kit.Scenario<TreeTale>[] = [
  {
    id: 'files',
    steps: [
      mkdir('/a'),
      { ...read('/a', 'cpu.max'), ...asks('is-there', 'done', 'EACCES', 'ENOENT') },
      enable('/', '+cpu +memory'),
      read('/a', 'cpu.max'),
      { ...enable('/a', '+pids'), ...asks('pass-on', 'done', 'ENOENT', 'EINVAL') },
      write('/a', 'cpu.weight', '0'),
      write('/a', 'memory.max', '100000'),
    ],
  },
  {
    id: 'inside',
    steps: [
      enable('/', '+memory'),
      mkdir('/a'),
      mkdir('/a/b'),
      enter('/a', 1),
      { ...enable('/a', '+memory'), ...asks('beside', 'done', 'EBUSY', 'EACCES') },
      enter('/a/b', 1),
      enable('/a', '+memory'),
      { ...enter('/a', 2), ...asks('back-in', 'done', 'EBUSY') },
    ],
  },
  {
    id: 'limits',
    steps: [
      enable('/', '+cpu +cpuset +memory'),
      mkdir('/a'),
      enable('/a', '+cpu +cpuset +memory'),
      mkdir('/a/b'),
      write('/a', 'memory.max', '128M'),
      {
        ...write('/a/b', 'memory.max', '1G'),
        ...asksState('more-than-above', {
          EINVAL: (_, outcome) => told(outcome) === 'EINVAL',
          'holds-own': (after, outcome) => told(outcome) === 'done' && memoryAt(after, '/a/b') === '/a/b',
          'holds-above': (after, outcome) => told(outcome) === 'done' && memoryAt(after, '/a/b') === '/a',
        }),
      },
      write('/a', 'cpuset.cpus', '0'),
      {
        ...write('/a/b', 'cpuset.cpus', '1'),
        ...asksState('which-cpus', {
          EACCES: (_, outcome) => told(outcome) === 'EACCES',
          'runs-on-0': (after, outcome) => told(outcome) === 'done' && runsOn(0)(after, outcome),
          'runs-on-1': (after, outcome) => told(outcome) === 'done' && runsOn(1)(after, outcome),
        }),
      },
      write('/a', 'cpu.max', '50000 100000'),
      write('/a/b', 'cpu.max', '200000 100000'),
    ],
  },
  {
    id: 'limits-v1',
    steps: [
      v1.mkdir('memory:/a'),
      v1.mkdir('memory:/a/b'),
      v1.write('memory:/a', 'memory.limit_in_bytes', '128M'),
      v1.write('memory:/a/b', 'memory.limit_in_bytes', '1G'),
      v1.mkdir('cpuset:/a'),
      { ...v1.enter('cpuset:/a', 1), ...asks('without-cpus', 'done', 'ENOSPC', 'EINVAL') },
      v1.write('cpuset:/a', 'cpuset.mems', '0'),
      v1.write('cpuset:/a', 'cpuset.cpus', '0'),
      v1.enter('cpuset:/a', 1),
      v1.mkdir('cpuset:/a/b'),
      { ...v1.write('cpuset:/a/b', 'cpuset.cpus', '1'), ...asks('other-cpu', 'done', 'EACCES', 'EINVAL') },
      v1.mkdir('cpu:/a'),
      v1.mkdir('cpu:/a/b'),
      v1.write('cpu:/a', 'cpu.cfs_quota_us', '50000'),
      { ...v1.write('cpu:/a/b', 'cpu.cfs_quota_us', '200000'), ...asks('more-cpus', 'done', 'EINVAL') },
    ],
  },
  {
    id: 'pids',
    steps: [
      enable('/', '+pids'),
      mkdir('/a'),
      enable('/a', '+pids'),
      mkdir('/a/b'),
      write('/a', 'pids.max', '1'),
      enter('/a/b', 1),
      { ...fork(1, 5), ...asks('one-more', 'done', 'EAGAIN') },
      write('/a/b', 'pids.max', 'max'),
      { ...enter('/a/b', 2), ...asks('move-in', 'done', 'EAGAIN', 'EBUSY') },
    ],
  },
  {
    id: 'pids-v1',
    steps: [
      v1.mkdir('pids:/a'),
      v1.mkdir('pids:/a/b'),
      v1.write('pids:/a', 'pids.max', '1'),
      v1.enter('pids:/a/b', 1),
      v1.fork(1, 5),
      v1.enter('pids:/a/b', 2),
    ],
  },
  {
    id: 'delegate',
    steps: [
      enable('/', '+memory'),
      mkdir('/a'),
      give('/a'),
      mkdir('/a/b', 'user'),
      { ...enter('/a/b', 3, 'user'), ...asks('own-process', 'done', 'EACCES', 'EBUSY') },
      enter('/a/b', 3),
      enter('/a/b', 1),
      mkdir('/a/c', 'user'),
      { ...enter('/a/c', 1, 'user'), ...asks('roots-process', 'done', 'EACCES') },
      write('/a', 'memory.max', 'max', 'user'),
    ],
  },
  {
    id: 'delegate-v1',
    steps: [
      v1.mkdir('memory:/a'),
      v1.give('memory:/a'),
      v1.mkdir('memory:/a/b', 'user'),
      { ...v1.enter('memory:/a/b', 3, 'user'), ...asks('own-process-v1', 'done', 'EACCES') },
      v1.enter('memory:/a/b', 1),
      v1.enter('memory:/a', 1, 'user'),
    ],
  },
  {
    id: 'many-trees',
    steps: [
      v1.mkdir('cpu:/a'),
      v1.mkdir('memory:/b'),
      v1.enter('cpu:/a', 1),
      v1.enter('memory:/b', 1),
      v1.mkdir('cpu:/a/c'),
      { ...v1.enter('cpu:/a', 2), ...asks('move-out-too', 'done', 'EBUSY') },
      v1.rmdir('memory:/b'),
    ],
  },
  {
    id: 'freeze',
    steps: [
      mkdir('/a'),
      mkdir('/a/b'),
      enter('/a/b', 1),
      write('/a', 'cgroup.freeze', '1'),
      {
        ...enter('/a', 2),
        ...asksState('into-frozen', {
          'still-runs': (after) => !isFrozenAt(after, '/a'),
          'stops-too': (after) => isFrozenAt(after, '/a'),
        }),
      },
      write('/a/b', 'cgroup.freeze', '0'),
      {
        ...write('/a', 'cgroup.kill', '1'),
        ...asksState('kill-frozen', {
          dies: (after) => !lives(after, 1),
          survives: (after) => lives(after, 1),
        }),
      },
      rmdir('/a/b'),
      rmdir('/a'),
    ],
  },
  {
    id: 'depth',
    steps: [
      mkdir('/a'),
      write('/a', 'cgroup.max.depth', '1'),
      mkdir('/a/b'),
      { ...mkdir('/a/b/c'), ...asks('too-deep', 'done', 'EAGAIN', 'EACCES') },
      write('/', 'cgroup.max.descendants', '2'),
      mkdir('/d'),
      { ...rmdir('/a'), ...asks('rmdir-busy', 'done', 'EBUSY') },
      rmdir('/a/b'),
      mkdir('/d'),
    ],
  },
  {
    id: 'threads',
    steps: [
      enable('/', '+cpu'),
      mkdir('/a'),
      mkdir('/a/b'),
      enter('/a', 1),
      { ...enable('/a', '+cpu'), ...asks('beside-cpu', 'done', 'EBUSY') },
      read('/a/b', 'cgroup.type'),
      { ...enter('/a/b', 2), ...asks('under-threads', 'done', 'EBUSY', 'EOPNOTSUPP') },
      write('/a/b', 'cgroup.type', 'threaded'),
      enter('/a/b', 2),
      read('/a/b', 'cgroup.procs'),
      read('/a', 'cgroup.procs'),
    ],
  },
  { id: 'free', steps: [] },
  { id: 'free-v1', steps: [] },
]

const old: readonly ScenarioId[] = ['limits-v1', 'pids-v1', 'delegate-v1', 'many-trees', 'free-v1']

export const versionOf = (scenario: ScenarioId): Version => (old.includes(scenario) ? 'v1' : 'v2')

/** The same attempted on the other generation; where there is no such story, the reader begins one. */
export const twinOf = (scenario: ScenarioId): ScenarioId => {
  const name = scenario.replace(/-v1$/, '')
  const wanted = versionOf(scenario) === 'v1' ? name : `${name}-v1`
  const twin = scenarios.find(({ id }) => id === wanted && id !== scenario)
  return twin?.id ?? (versionOf(scenario) === 'v1' ? 'free' : 'free-v1')
}
