/** The model held against the second reading of what one group is given: what `npm run mutate` asks of each mutant beside the records. */
import { countOf, inputOf, randomGroup, type Counts, type OneGroup } from './one-group.fixture.ts'
import { playUntil } from './play.ts'
import type { Facts } from './rules.ts'
import { init } from './start.ts'
import type { Stat } from './types.ts'

export const cases = 200

/** What the model counts of the group, and what it says while it does. */
export const countsBy = (one: OneGroup): Counts & { readonly besides: number; readonly came: number } => {
  const { state, intervals } = playUntil(init(inputOf(one)), one.until)
  const said = intervals.flatMap(({ trace }) => trace).filter(({ subject }) => subject === 'a')
  const factsOf = <R extends keyof Facts>(rule: R) =>
    said.flatMap((reason) => (reason.rule === rule ? [reason.facts as Facts[R]] : []))
  return {
    ...(state.stats['a'] as Stat),
    besides: state.stats['b']?.usage ?? 0,
    lost: factsOf('cpu-time/unspent-lost').reduce((sum, { lost }) => sum + lost, 0),
    spent: factsOf('cpu-time/quota-spent').length,
    came: factsOf('cpu-time/job-comes').reduce((sum, { work, threads }) => sum + work * threads, 0),
  }
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

/** The seed of a group of which the two count different things; undefined without one. */
export const firstDisagreement = (): number | undefined =>
  Array.from({ length: cases }, (_, seed) => seed).find((seed) => {
    const one = randomGroup(seed)
    const [ours, theirs] = [countsBy(one), countOf(one)]
    const counted = (Object.keys(theirs) as (keyof Counts)[]).every((name) => near(ours[name], theirs[name]))
    const besides = one.rival > 0 ? one.until - theirs.usage : 0
    const came = Number.isFinite(one.work) ? one.work * one.threads : 0
    return !counted || !near(ours.besides, besides) || !near(ours.came, came)
  })
