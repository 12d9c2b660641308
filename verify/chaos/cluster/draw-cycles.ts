/** What is killed in each cycle, and when. Moments are shares, so a seed draws the same on a slower machine. Pure. */
import { pick, randomFrom } from '#kit'

/**
 * - `up`: the tool while it brings the cluster up.
 * - `process`: any one process that there is at that moment, the tool and its helpers among them.
 * - `down`: the tool while it brings up, and then once more while it takes down.
 */
export const victims = ['up', 'process', 'down'] as const
export type Victim = (typeof victims)[number]

export type Cycle = {
  number: number
  agents: number
  victim: Victim
  /** Of the time that `up` takes; beyond 1 the cluster stands already. */
  moment: number
  /** Of the processes in the order of their pids. */
  which: number
  /** Of the time that `down` takes. */
  second: number
}

/** A process is the victim as often as both others together; most clusters are of one node. */
export function drawCycles(count: number, seed: number): Cycle[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const agents = pick(random, [0, 0, 0, 1, 2])
    const victim = pick(random, [...victims, 'process'] as const)
    const longest = victim === 'process' ? 1.2 : 1
    return {
      ...{ number: index + 1, agents, victim },
      ...{ moment: random() * longest, which: random(), second: random() },
    }
  })
}
