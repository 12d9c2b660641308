/** The Pod's amounts as numbers to write, with the reasons that lead to them. */
import {
  amountsOf,
  effectiveResources,
  milliOf,
  wholeOf,
  type Amount,
  type Amounts,
  type Pod,
  type Which,
} from '#kubernetes'
import { because, type Resource, type Trace } from './rules.ts'

/** CPU in thousandths, memory in bytes; 0 where there is none. */
const numberOf = (resource: Resource, amount: Amount = 0n): number =>
  resource === 'cpu' ? milliOf(amount) : wholeOf(amount)

export type Total = { readonly amount: number; readonly because: Trace }

/** Sum of the containers and sidecars, or the largest of the start; and the sandbox's overhead. */
export const totalOf = (pod: Pod, which: Which, resource: Resource): Total => {
  const { together, starting, overhead, total, uses } = effectiveResources(pod, which)
  const number = (amounts: Amounts): number => numberOf(resource, amounts[resource])
  const beside = [
    ...pod.containers,
    ...(pod.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy),
  ]
  const parts = beside.map(({ name, resources }) => ({
    name,
    amount: amountIn(resources?.[which], resource),
  }))
  const sum = because('pod-cgroups/containers-sum', 'pod', { resource, parts, total: number(together) })
  const most = uses.findLast(({ amounts }) => amounts[resource] === starting[resource])
  const peak =
    most && number(starting) > number(together)
      ? [
          because('pod-cgroups/init-peak', 'pod', {
            ...{ resource, container: most.name },
            ...{ amount: number(starting), together: number(together) },
          }),
        ]
      : []
  const added =
    number(overhead) > 0
      ? [because('pod-cgroups/overhead', 'pod', { resource, amount: number(overhead), total: number(total) })]
      : []
  return { amount: number(total), because: [sum, ...peak, ...added] }
}

export const amountIn = (list: Readonly<Record<string, string>> | undefined, resource: Resource): number =>
  numberOf(resource, amountsOf(list)[resource])
