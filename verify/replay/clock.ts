import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './types.ts'

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: async (milliseconds) => {
    await sleep(milliseconds)
  },
}
