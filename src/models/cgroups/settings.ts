/** What a new group begins with. */
import type { Settings } from './types.ts'

/** A weight of 100, or 1024 shares. */
export const plainShares = 1024

export const freshSettings: Settings = {
  ...{ shares: plainShares, idle: 0, quota: 'max', period: 100_000, burst: 0 },
  memory: { max: 'max', high: 'max', low: 0, min: 0, soft: 'max' },
  ...{ oomGroup: 0, pids: 'max', cpus: [], mems: [] },
  ...{ freeze: 0, maxDepth: 'max', maxDescendants: 'max' },
}

/** A controller that is taken away takes its settings along. */
export const settingsOf = {
  cpu: ({ shares, idle, quota, period, burst }: Settings) => ({ shares, idle, quota, period, burst }),
  memory: ({ memory, oomGroup }: Settings) => ({ memory, oomGroup }),
  pids: ({ pids }: Settings) => ({ pids }),
  cpuset: ({ cpus, mems }: Settings) => ({ cpus, mems }),
  io: () => ({}),
} as const
