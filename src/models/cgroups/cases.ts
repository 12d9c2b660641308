/** Random programs, seeded: what property tests and conformance put to the model. */
import { pick, pickWeighted, randomFrom, type Random } from '#kit'
import { controllerOf, filesOf } from './files.ts'
import { hierarchiesOf, isFrozen } from './find.ts'
import { defaultInput, hasFile, init, step } from './step.ts'
import { someText } from './text-cases.ts'
import type { Action, Group, Hierarchy, Input, Place, State, User } from './types.ts'

export type Case = { readonly input: Input; readonly actions: readonly Action[] }

/** What a program is about: its actions in these proportions, the files it writes, and how often the user acts. */
type Theme = {
  readonly acts: Readonly<Record<'mkdir' | 'rmdir' | 'write' | 'read' | 'delegate' | 'fork' | 'exit', number>>
  readonly files: Readonly<Record<string, number>>
  readonly user: number
  readonly opening: readonly Action[]
}

const mkdir = (at: Place, by: User = 'root'): Action => ({ do: 'mkdir', by, at })
const write = (at: Place, file: string, text: string, by: User = 'root'): Action => ({
  ...{ do: 'write', by, at, file, text },
})

const allOn = '+cpuset +cpu +io +memory +pids'

const prepared: readonly Action[] = [
  write('/', 'cgroup.subtree_control', allOn),
  mkdir('/a'),
  write('/a', 'cgroup.subtree_control', allOn),
  mkdir('/a/b'),
]

const themes: Readonly<Record<string, Theme>> = {
  structure: {
    acts: { mkdir: 6, rmdir: 3, write: 14, read: 1, delegate: 0, fork: 2, exit: 1 },
    files: { 'cgroup.subtree_control': 6, 'cgroup.procs': 6, limits: 4, any: 1 },
    user: 0.03,
    opening: [],
  },
  threads: {
    acts: { mkdir: 4, rmdir: 1, write: 16, read: 2, delegate: 0, fork: 2, exit: 1 },
    files: {
      ...{ 'cgroup.type': 5, 'cgroup.subtree_control': 6, 'cgroup.procs': 5, 'cgroup.threads': 3 },
      ...{ 'cgroup.kill': 2, any: 1 },
    },
    user: 0.02,
    opening: [
      write('/', 'cgroup.subtree_control', '+cpu +pids'),
      mkdir('/a'),
      mkdir('/b'),
      write('/a', 'cgroup.type', 'threaded'),
    ],
  },
  cpu: {
    acts: { mkdir: 2, rmdir: 1, write: 20, read: 0, delegate: 0, fork: 0, exit: 0 },
    files: { cpu: 14, 'cpu.idle': 2, 'cgroup.procs': 1, 'cgroup.subtree_control': 1 },
    user: 0.02,
    opening: prepared,
  },
  cpuset: {
    acts: { mkdir: 2, rmdir: 1, write: 20, read: 0, delegate: 0, fork: 0, exit: 0 },
    files: { 'cpuset.cpus': 12, 'cpuset.mems': 3, 'cgroup.procs': 2, 'cgroup.subtree_control': 1 },
    user: 0.02,
    opening: [...prepared, write('/a/b', 'cgroup.procs', '1'), write('/a/b', 'cpuset.cpus', '0')],
  },
  memory: {
    acts: { mkdir: 2, rmdir: 1, write: 20, read: 0, delegate: 0, fork: 0, exit: 0 },
    files: { memory: 10, 'memory.max': 5, limits: 4, 'cgroup.subtree_control': 1, any: 2 },
    user: 0.02,
    opening: prepared,
  },
  delegation: {
    acts: { mkdir: 4, rmdir: 2, write: 14, read: 1, delegate: 2, fork: 1, exit: 1 },
    files: { 'cgroup.procs': 8, 'cgroup.subtree_control': 5, any: 5, cpu: 1, memory: 1 },
    user: 0.7,
    opening: [
      write('/', 'cgroup.subtree_control', allOn),
      mkdir('/a'),
      { do: 'delegate', at: '/a', to: 'user' },
      write('/a', 'cgroup.procs', '3'),
      mkdir('/a/b', 'user'),
    ],
  },
  counting: {
    acts: { mkdir: 4, rmdir: 2, write: 10, read: 2, delegate: 0, fork: 7, exit: 3 },
    files: { pids: 5, 'cgroup.procs': 5, freeze: 6, 'cgroup.kill': 1, any: 1 },
    user: 0.02,
    opening: [
      write('/', 'cgroup.subtree_control', '+pids'),
      mkdir('/a'),
      write('/a', 'cgroup.procs', '1'),
      write('/a', 'cgroup.procs', '2'),
      write('/a', 'pids.max', '3'),
      mkdir('/b'),
    ],
  },
}

const oldThemes: Readonly<Record<string, Theme>> = {
  structure: {
    acts: { mkdir: 6, rmdir: 4, write: 12, read: 1, delegate: 4, fork: 2, exit: 1 },
    files: { 'cgroup.procs': 6, tasks: 3, any: 3 },
    user: 0.5,
    opening: [],
  },
  cpu: {
    acts: { mkdir: 2, rmdir: 1, write: 20, read: 0, delegate: 0, fork: 0, exit: 0 },
    files: { cpu: 5, 'cpu.cfs_quota_us': 12, 'cpu.cfs_period_us': 4, 'cpu.idle': 3, 'cpu.shares': 4 },
    user: 0.02,
    opening: [mkdir('cpu:/a'), write('cpu:/a', 'cpu.cfs_quota_us', '50000'), mkdir('cpu:/a/b')],
  },
  cpuset: {
    acts: { mkdir: 2, rmdir: 1, write: 20, read: 0, delegate: 0, fork: 0, exit: 0 },
    files: { 'cpuset.cpus': 10, 'cpuset.mems': 5, 'cgroup.procs': 4 },
    user: 0.02,
    opening: [mkdir('cpuset:/a'), write('cpuset:/a', 'cpuset.mems', '0'), mkdir('cpuset:/a/b')],
  },
  memory: {
    acts: { mkdir: 3, rmdir: 1, write: 16, read: 1, delegate: 0, fork: 0, exit: 0 },
    files: { memory: 5, 'memory.limit_in_bytes': 8, 'cgroup.procs': 1, any: 1 },
    user: 0.1,
    opening: [mkdir('memory:/a')],
  },
  counting: {
    acts: { mkdir: 4, rmdir: 1, write: 8, read: 1, delegate: 0, fork: 6, exit: 2 },
    files: { pids: 4, 'cgroup.procs': 5, freeze: 8 },
    user: 0.02,
    opening: [mkdir('pids:/a'), write('pids:/a', 'cgroup.procs', '1'), write('pids:/a', 'pids.max', '2')],
  },
}

/** Programs on v1 stay in a hierarchy or two: what is in one says nothing of the others. */
const oldHierarchies: Readonly<Record<string, readonly Hierarchy[]>> = {
  structure: ['cpuset', 'memory', 'pids', 'cpu', 'freezer'],
  cpu: ['cpu'],
  cpuset: ['cpuset'],
  memory: ['memory'],
  counting: ['pids', 'pids', 'freezer'],
}

const names = ['a', 'b', 'c']

const below = (place: Place, name: string): Place => (place.endsWith('/') ? place + name : `${place}/${name}`)

const groupFor = (random: Random, state: State, among: readonly Hierarchy[]): Group => {
  const hierarchy = pick(random, among)
  return pick(
    random,
    state.groups.filter((group) => group.hierarchy === hierarchy),
  )
}

const matches = (kind: string, file: string): boolean => {
  if (kind === 'any') return true
  if (kind === 'limits') return file.startsWith('cgroup.max.')
  if (kind === 'freeze') return file === 'cgroup.freeze' || file === 'freezer.state'
  return file === kind || controllerOf(file) === kind
}

/** Mostly a file that the group has; now and then one that it would have with another controller. */
const fileFor = (random: Random, state: State, group: Group, theme: Theme): string => {
  const kind = pickWeighted(random, theme.files)
  const all = filesOf(group.hierarchy)
  const there = all.filter((file) => hasFile(state, group, file))
  const from = (random() < 0.93 ? there : all).filter(({ name }) => matches(kind, name))
  return from.length > 0 ? pick(random, from).name : pick(random, there).name
}

const actionFor = (random: Random, state: State, theme: Theme, among: readonly Hierarchy[]): Action => {
  const by: User = random() < theme.user ? 'user' : 'root'
  const group = groupFor(random, state, among)
  const able = state.processes.filter((process) => !isFrozen(state, process))
  const last = Math.max(0, ...state.processes.map(({ id }) => id))
  const crowded = state.processes.length > 12
  const wanted = pickWeighted(random, {
    ...theme.acts,
    fork: able.length > 0 && !crowded ? theme.acts.fork : 0,
    exit: able.length > 1 ? theme.acts.exit : 0,
  })
  switch (wanted) {
    case 'mkdir':
      return mkdir(random() < 0.05 ? below(group.place, 'x/y') : below(group.place, pick(random, names)), by)
    case 'rmdir': {
      const removable = state.groups.filter(
        ({ parent, hierarchy }) => parent !== undefined && among.includes(hierarchy),
      )
      const at =
        removable.length > 0 ? pick(random, removable).place : below(group.place, pick(random, names))
      return { do: 'rmdir', by, at: random() < 0.95 ? at : below(at, 'z') }
    }
    case 'delegate':
      return { do: 'delegate', at: group.place, to: pick(random, ['user', 'user', 'root'] as const) }
    case 'fork': {
      const { id } = pick(random, able)
      return { do: 'fork', by: id, as: last + 1 }
    }
    case 'exit':
      return { do: 'exit', by: pick(random, able).id }
    case 'read': {
      const file = pick(random, ['cgroup.procs', 'cgroup.kill', fileFor(random, state, group, theme)])
      return { do: 'read', by, at: group.place, file }
    }
    case 'write': {
      if (random() < 0.015) return write(below(group.place, 'z'), 'cgroup.procs', '1', by)
      if (random() < 0.015) return write(group.place, 'memory.limits', '1G', by)
      const file = fileFor(random, state, group, theme)
      return write(group.place, file, someText(random, state, group, file), by)
    }
  }
}

const length = 16

/** A program whose every action the model takes a view on. */
const randomProgram = (
  random: Random,
  input: Input,
  theme: Theme,
  among: readonly Hierarchy[],
): readonly Action[] => {
  const program: Action[] = []
  let state = init(input)
  const put = (action: Action): void => {
    const made = step(state, action)
    if (made.outcome.is === 'left-out') return
    program.push(action)
    state = made.state
  }
  theme.opening.filter((_, at) => at < theme.opening.length - (random() < 0.3 ? 1 : 0)).forEach(put)
  for (let tries = 0; program.length < length && tries < 2 * length; tries++)
    put(actionFor(random, state, theme, among))
  return program
}

/** Where a freezer holds anyone for good the case could not end, so all cases begin and end thawed. */
export const randomCase = (seed: number, version: Input['version'] = 'v2'): Case => {
  const random = randomFrom(seed)
  const input = { ...defaultInput, version }
  const all = version === 'v2' ? themes : oldThemes
  const name = pick(random, Object.keys(all))
  const theme = all[name] as Theme
  const own = version === 'v2' ? hierarchiesOf.v2 : (oldHierarchies[name] ?? hierarchiesOf.v1)
  const among = version === 'v2' ? own : [pick(random, own), pick(random, own)]
  return { input, actions: randomProgram(random, input, theme, among) }
}
