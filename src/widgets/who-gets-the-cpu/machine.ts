/** What the reader can turn, and the machine that it describes to the model. */
import type { Input, Thread } from '#models/cpu-time'

export type GroupId = 'web' | 'batch' | 'db' | 'logs' | 'team-a' | 'team-b'

/** The place of a group in its tree, and what does not change about it. */
export type Place = { readonly name: GroupId; readonly parent: GroupId | '' }

export type Knobs = {
  readonly weight: number
  /** milliseconds of each period; undefined: max */
  readonly quota: number | undefined
  /** busy loops: on each CPU where they are pinned, in all where they are not */
  readonly loops: readonly number[]
}

export type Machine = {
  readonly cpus: number
  readonly pinned: boolean
  readonly groups: readonly Knobs[]
}

/** All periods here are the default: so each period is like the one before. */
export const period = 100_000

export const most = { weight: 10_000, quota: 1000, loops: 9, cpus: 2 } as const

const threadsOf = ({ pinned }: Machine, { loops }: Knobs): readonly Thread[] =>
  loops.flatMap((count, cpu) =>
    Array.from({ length: count }, (): Thread => ({ cpu: pinned ? cpu : 'any', does: 'loop' })),
  )

export const inputOf = (places: readonly Place[], machine: Machine): Input => ({
  cpus: Array.from({ length: machine.cpus }, () => 1),
  groups: machine.groups.map((knobs, at) => {
    const { name = '', parent = '' } = places[at] ?? {}
    const { weight, quota } = knobs
    return {
      ...{ name, parent, weight },
      ...(quota === undefined ? {} : { quota: { max: quota * 1000, period, burst: 0, phase: 0 } }),
      threads: threadsOf(machine, knobs),
    }
  }),
})

export const turn = (machine: Machine, at: number, to: Partial<Knobs>): Machine => ({
  ...machine,
  groups: machine.groups.map((knobs, index) => (index === at ? { ...knobs, ...to } : knobs)),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const within = (loops: number): number => Math.min(loops, most.loops)

/** The same loops on another machine: those of a CPU that goes move to the first, those let loose are one heap. */
export const rebuild = (machine: Machine, cpus: number, pinned: boolean): Machine => ({
  cpus,
  pinned,
  groups: machine.groups.map((knobs) => ({
    ...knobs,
    loops: pinned
      ? Array.from({ length: cpus }, (_, cpu) =>
          within(cpu === 0 ? (knobs.loops[0] ?? 0) + sum(knobs.loops.slice(cpus)) : (knobs.loops[cpu] ?? 0)),
        )
      : [within(sum(knobs.loops))],
  })),
})
