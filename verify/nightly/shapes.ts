/** What the entry points write with `--json`, as far as a night reads it. */
import { z } from 'astro/zod'
import { targets } from '#conformance'
import type { Environment } from '#ledger'

const target = z.enum(['host', 'vm', 'k3s'])
const environment = z.custom<Environment>((value) => typeof value === 'object' && value !== null)

const command = z.object({
  step: z.string(),
  line: z.number(),
  command: z.string(),
  state: z.enum(['verified', 'ran', 'not-run', 'differs', 'not-reached']),
})

export const replays = z.object({
  replays: z.array(
    z.object({
      id: z.string(),
      target,
      file: z.string(),
      passed: z.boolean(),
      environment: environment.optional(),
      failure: z.string().optional(),
      fault: z.string().optional(),
      leftovers: z.array(z.object({ kind: z.string(), name: z.string(), maker: z.string() })),
      commands: z.array(command),
    }),
  ),
  skips: z.array(z.object({ id: z.string(), target, why: z.string() })),
  faults: z.array(z.string()),
})

export const records = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      target,
      state: z.enum(['awaiting', 'unreadable', 'stale', 'holds', 'differs']),
    }),
  ),
})

const counts = z.object({
  agrees: z.number(),
  differs: z.number(),
  declared: z.number(),
  'not-applicable': z.number(),
})

export const comparisons = z.object({
  runs: z.array(
    z.union([
      z.object({ model: z.string(), target: z.enum(targets), missing: z.string() }),
      z.object({
        model: z.string(),
        target: z.enum(targets),
        seed: z.number(),
        environment,
        counts,
        examples: z.array(z.object({ seed: z.number(), lines: z.array(z.string()) })),
      }),
    ]),
  ),
})

export type ReplayShape = z.infer<typeof replays>['replays'][number]
export type RecordState = z.infer<typeof records>['records'][number]['state']
