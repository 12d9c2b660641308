/** How many CPUs' worth of time a group can get at most: the lowest quota from here up. */
import { governing } from './offers.ts'
import type { Group, State } from './types.ts'

const cpusOf = ({ settings: { quota, period } }: Group): number =>
  quota === 'max' ? Infinity : quota / period

/** `cpus` is undefined where nobody has set a quota. */
export const effectiveCpus = (state: State, group: Group): { at: Group; cpus: number | undefined } => {
  const at = governing(state, group, 'cpu').reduce(
    (lowest, each) => (cpusOf(each) < cpusOf(lowest) ? each : lowest),
    group,
  )
  const cpus = cpusOf(at)
  return { at, cpus: cpus === Infinity ? undefined : cpus }
}
