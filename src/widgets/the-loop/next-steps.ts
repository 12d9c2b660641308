/** What each controller would do if it had its turn now, and why it would do nothing. */
import { consider, type Reason, type State, type Step, type Turn } from '#models/reconcile'

export type NextStep = {
  readonly turn: Turn
  /** what it looks after: the name of an object, the number of a Pod */
  readonly of: string
  readonly reasons: readonly Reason[]
  readonly changes: boolean
}

const nameOf = ({ deployments, sets }: State, { uid }: Turn): string =>
  [...deployments, ...sets].find((each) => each.uid === uid)?.name ?? `Pod ${uid}`

const speaks = ({ trace, state }: Step, before: State): boolean => trace.length > 0 || state !== before

/** Where a set may choose which Pods it takes, one choice stands for all. */
export const nextSteps = (state: State): readonly NextStep[] => {
  const steps = new Map<string, NextStep>()
  for (const { turn, step } of consider(state)) {
    const key = `${turn.do} ${turn.uid}`
    if (steps.has(key) || !speaks(step, state)) continue
    const of = nameOf(state, turn)
    steps.set(key, { turn, of, reasons: step.trace, changes: step.state !== state })
  }
  return [...steps.values()]
}
