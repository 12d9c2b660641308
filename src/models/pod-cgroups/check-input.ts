/** What a reader may have typed and the API server would refuse. Left out: all of validation that is not about amounts. */
import { allContainers, readQuantity, wholeOf, type InitContainer } from '#kubernetes'
import type { Fault, Input } from './types.ts'

/** More than that is no machine, and no exact number here. */
const most = 2 ** 50

const listFaults = ({ name, resources }: InitContainer): readonly Fault[] =>
  (['requests', 'limits'] as const).flatMap((which) =>
    Object.entries(resources?.[which] ?? {}).flatMap(([resource, text]): readonly Fault[] => {
      const amount = readQuantity(text)
      if (amount === undefined) return [{ is: 'no-quantity', container: name, which, resource }]
      return wholeOf(amount) > most ? [{ is: 'too-large', container: name, which, resource }] : []
    }),
  )

const above = ({ name, resources }: InitContainer): readonly Fault[] =>
  Object.entries(resources?.requests ?? {}).flatMap(([resource, text]): readonly Fault[] => {
    const request = readQuantity(text)
    const limit = readQuantity(resources?.limits?.[resource] ?? '')
    return request !== undefined && limit !== undefined && request > limit
      ? [{ is: 'request-above-limit', container: name, which: 'requests', resource }]
      : []
  })

export const checkInput = ({ pod }: Pick<Input, 'pod'>): readonly Fault[] =>
  allContainers(pod).flatMap((container) => [...listFaults(container), ...above(container)])
