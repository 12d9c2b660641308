/**
 * What a Pod asks for as a whole (component-helpers/resource, 1.36; KEP-753 for sidecars): containers run together, so
 * they add up; init containers run one after the other, so the largest counts, each with the sidecars started before it.
 * Left out: resources of the Pod as a whole, resizing in place, claims of devices.
 */
import { isSidecar, type Container, type Pod } from './pod.ts'
import { addAmounts, amountsOf, greaterAmounts, isZero, type Amounts } from './resource-list.ts'

export type Which = 'requests' | 'limits'

/** What is in use when a container runs: its own, and for an init container the sidecars before it. */
export type Use = { readonly name: string; readonly amounts: Amounts }

export type Effective = {
  /** containers and sidecars, which run together */
  readonly together: Amounts
  /** the largest that is needed while the init containers run */
  readonly starting: Amounts
  readonly overhead: Amounts
  readonly total: Amounts
  /** the kubelet looks in these for limits that were not set */
  readonly uses: readonly Use[]
}

const none: Amounts = {}

const own = (container: Container, which: Which): Amounts => amountsOf(container.resources?.[which])

/** Limits are raised only where there is one: no limit stays no limit. */
const overheadFor = (pod: Pod, which: Which, without: Amounts): Amounts => {
  const overhead = amountsOf(pod.overhead)
  if (which === 'requests') return overhead
  return Object.fromEntries(Object.entries(overhead).filter(([name]) => !isZero(without[name])))
}

export const effectiveResources = (pod: Pod, which: Which): Effective => {
  const uses: Use[] = pod.containers.map((each) => ({ name: each.name, amounts: own(each, which) }))
  let together = uses.reduce((all, { amounts }) => addAmounts(all, amounts), none)
  let sidecars = none
  let starting = none
  for (const each of pod.initContainers ?? []) {
    const amounts = addAmounts(own(each, which), sidecars)
    if (isSidecar(each)) {
      sidecars = amounts
      together = addAmounts(together, own(each, which))
    }
    starting = greaterAmounts(starting, amounts)
    uses.push({ name: each.name, amounts })
  }
  const without = greaterAmounts(together, starting)
  const overhead = overheadFor(pod, which, without)
  return { together, starting, overhead, total: addAmounts(without, overhead), uses }
}
