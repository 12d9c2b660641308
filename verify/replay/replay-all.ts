/** A whole run: the tasks of a plan on their targets, results in the plan's order, targets closed at the end. */
import { replayTranscript } from './replay-transcript.ts'
import type { Plan } from './plan.ts'
import { runPool } from './run-pool.ts'
import { hasPassed, type Clock, type Replay, type Skip, type Task } from './types.ts'

/** Who looks on while it runs. */
export type Watcher = {
  started?(task: Task): void
  /** `place` counts the transcript's commands from 0. */
  command?(task: Task, place: number): void
  finished?(task: Task, replay: Replay): void
}

export type RunOptions = {
  jobs: number
  keep: boolean
  bail: boolean
  clock: Clock
  signal: AbortSignal
  watcher?: Watcher
}

/** `faults`: what went wrong with a target as a whole. */
export type Finished = { replays: Replay[]; skips: Skip[]; faults: string[] }

export async function replayAll({ tasks, skips }: Plan, options: RunOptions): Promise<Finished> {
  const { jobs, keep, bail, clock, signal, watcher = {} } = options
  const done = new Map<Task, Replay>()
  const failed = () => [...done.values()].some((replay) => !hasPassed(replay))
  const unstarted = await runPool(
    tasks,
    { jobs, isAlone: isExclusive, goesOn: () => !signal.aborted && !(bail && failed()) },
    async (task) => {
      watcher.started?.(task)
      const onCommand = (place: number) => watcher.command?.(task, place)
      const replay = await replayTranscript(task, { keep, clock, signal, onCommand })
      done.set(task, replay)
      watcher.finished?.(task, replay)
    },
  )
  const why = signal.aborted
    ? 'not started: the run was stopped'
    : 'not started: an earlier one failed (--bail)'
  return {
    replays: tasks.flatMap((task) => done.get(task) ?? []),
    skips: [...skips, ...unstarted.map((task) => unstartedSkip(task, why))],
    faults: await closeTargets(tasks),
  }
}

/** A target that can't be closed may have left anything. */
async function closeTargets(tasks: readonly Task[]): Promise<string[]> {
  const targets = [...new Set(tasks.map(({ target }) => target))]
  const closed = await Promise.allSettled(targets.map((target) => target.close()))
  return closed.flatMap((each, at) =>
    each.status === 'rejected' ? [`${targets[at]!.name}: ${(each.reason as Error).message}`] : [],
  )
}

const isExclusive = ({ loaded }: Task): boolean =>
  loaded.transcript.header.needs.some(({ name }) => name === 'exclusive')

const unstartedSkip = ({ loaded, target }: Task, why: string): Skip => ({
  id: loaded.id,
  target: target.name,
  commands: loaded.transcript.steps.reduce((sum, { commands }) => sum + commands.length, 0),
  why,
  missing: false,
})
