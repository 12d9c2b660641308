/** The model `namespaces` on a Linux kernel: real processes in sandboxes. */
import { namespaces } from '#conformance'
import type { Real } from '../real.ts'
import { lacksFor, openDriver, type Driver } from './drive.ts'
import { observe } from './observe.ts'

export { inFlight, openInTarget } from './in-target.ts'

type Given = ReturnType<typeof namespaces.makeCase>

/** A driver stands on one footing; cases that begin otherwise get one of their own when the first comes. */
export const openNamespaces = (): Real<typeof namespaces> => {
  const drivers = new Map<string, Promise<Driver>>()
  const driverFor = (footing: Given['input']): Promise<Driver> => {
    const key = `${footing.level} ${footing.ids}`
    const driver = drivers.get(key) ?? openDriver(footing)
    drivers.set(key, driver)
    return driver
  }
  return {
    lacks: ({ input }: Given) => lacksFor(input),
    async see({ input, actions }: Given) {
      const driver = await driverFor(input)
      return observe(await driver.put(actions))
    },
    async end() {
      for (const driver of drivers.values()) (await driver.catch(() => undefined))?.end()
    },
  }
}
