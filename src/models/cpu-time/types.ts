/**
 * CPU time as the fair scheduler of Linux gives it to cgroups (kernel/sched/fair.c, kernel/sched/core.c), seen on 6.18:
 * weights down the hierarchy on each CPU, and bandwidth: quota, period, burst, what is counted and for how long a group
 * is held. Time flows here: whoever runs, runs at a rate, and nothing happens between two events. What that leaves
 * out: `leftOut` in rules.ts. Names of files are cgroup v2's; v1's stand beside them in observe.ts.
 */

/** All times are in microseconds, as in the files. */
export type Microseconds = number

/** cpu.max and cpu.max.burst; v1: cpu.cfs_quota_us, cpu.cfs_period_us, cpu.cfs_burst_us. */
export type Quota = {
  readonly max: Microseconds
  readonly period: Microseconds
  readonly burst: Microseconds
  /** when its periods begin: the kernel draws this by lot when the group is made */
  readonly phase: Microseconds
}

/** Some work, never none. */
export type Job = { readonly at: Microseconds; readonly work: Microseconds }

export type Thread = {
  /** the one CPU it may run on, or wherever the kernel puts it */
  readonly cpu: number | 'any'
  /** jobs wait for each other; between them it sleeps */
  readonly does: 'loop' | 'sleep' | readonly Job[]
}

export type GroupName = string

export type Group = {
  readonly name: GroupName
  /** '': the root, which has no files of its own here */
  readonly parent: GroupName
  /** cpu.weight, 1 to 10000; v1: cpu.shares, where 1024 stands for 100 */
  readonly weight: number
  readonly quota?: Quota
  readonly threads: readonly Thread[]
}

export type Input = {
  /** of each CPU the part that is there for these groups: 1 is all of it */
  readonly cpus: readonly number[]
  /** parents before their children */
  readonly groups: readonly Group[]
}

/** What `cpu.stat` counts. */
export type Stat = {
  readonly usage: Microseconds
  readonly periods: number
  readonly throttled: number
  readonly throttledTime: Microseconds
  readonly bursts: number
  readonly burstTime: Microseconds
}

/** What a group with a quota has in hand. */
export type Account = {
  readonly left: Microseconds
  /** what was in hand when the period began */
  readonly begunWith: Microseconds
  /** when the next period begins; undefined while the timer stands still */
  readonly next: Microseconds | undefined
  /** nothing has run since the period began */
  readonly idle: boolean
}

/** Of a thread's jobs: the one it is at, what is left of it, and when each was done. */
export type Progress = {
  readonly at: number
  readonly left: Microseconds
  readonly done: readonly Microseconds[]
}

export type State = {
  readonly now: Microseconds
  readonly input: Input
  readonly stats: Readonly<Record<GroupName, Stat>>
  readonly accounts: Readonly<Record<GroupName, Account>>
  /** by group, then by thread */
  readonly progress: Readonly<Record<GroupName, readonly Progress[]>>
}

/** Time goes on by itself, to the next event, or to this instant if nothing happens before. */
export type Move = { readonly do: 'pass'; readonly until: Microseconds }

export type Outcome = { readonly is: 'passed'; readonly from: Microseconds; readonly to: Microseconds }

/** What one who competes on a CPU, or on all of them, is given. */
export type Slice = {
  /** undefined: no CPU of its own, the kernel moves it about */
  readonly cpu: number | undefined
  /** the weight it competes with there */
  readonly weight: number
  /** the weights of all who compete there, its own among them */
  readonly sum: number
  /** what they divide, in CPUs */
  readonly of: number
  readonly gets: number
  /** the most it could use: its threads, one CPU each */
  readonly most?: number
}

export type Division = {
  readonly groups: Readonly<Record<GroupName, readonly Slice[]>>
  /** the rate of each thread, in CPUs; 0 for who does not run */
  readonly threads: Readonly<Record<GroupName, readonly number[]>>
}
