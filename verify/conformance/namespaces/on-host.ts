/** The actors on this machine, a driver a footing: it is started when the first case comes that stands on it. */
import type { Action, Input } from '#models/namespaces'
import { availableParallelism } from 'node:os'
import type { Real } from '../real.ts'
import { lacksFor, openDriver, type Driver } from './drive.ts'
import { observe } from './observe.ts'
import type { Seen } from './seen.ts'

const openHand = (): Real<Input, Action, Seen> => {
  const drivers = new Map<string, Promise<Driver>>()
  const driverFor = (footing: Input): Promise<Driver> => {
    const key = `${footing.level} ${footing.ids}`
    const driver = drivers.get(key) ?? openDriver(footing)
    drivers.set(key, driver)
    return driver
  }
  return {
    lacks: ({ input }) => lacksFor(input),
    async see({ input, actions }) {
      const driver = await driverFor(input)
      return observe(await driver.put(actions))
    },
    async end() {
      for (const driver of drivers.values()) (await driver.catch(() => undefined))?.end()
    },
  }
}

/** Two hands a processor: each waits for its actors most of the time. */
export const openOnHost = () => Array.from({ length: Math.min(8, 2 * availableParallelism()) }, openHand)
