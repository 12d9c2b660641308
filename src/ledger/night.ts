/** What is kept of the last nightly run, for a page to show: one file, written by `npm run nightly -- --record` alone. */
import { z } from 'astro/zod'

const text = z.string().min(1)
const count = z.int().min(0)

const night = z.strictObject({
  schema: z.literal(1),
  started: z.iso.datetime(),
  seconds: z.number().min(0),
  seed: count,
  kernel: text.exactOptional(),
  distribution: text.exactOptional(),
  k3s: z.strictObject({ version: text, release: z.boolean() }).exactOptional(),
  /** Transcripts on targets. */
  transcripts: z.strictObject({ passed: count, drifted: count, skipped: count }),
  /** Commands that were compared or ran, and those that a transcript says are not run. */
  commands: z.strictObject({ compared: count, ran: count, notRun: count }),
  /** Cases that were put to models and to the real thing. */
  cases: z.strictObject({ agree: count, differ: count, declared: count, notApplicable: count }),
  drifts: z.array(z.strictObject({ what: text, todo: text })),
  skips: z.array(z.strictObject({ what: text, why: text })),
})

export type NightRecord = z.infer<typeof night>

/** Throws where the file is not one that a run wrote. */
export function readNight(value: unknown, file: string): NightRecord {
  const read = night.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(
    `${file}: ${issue?.path.join('.') || 'record'}: ${issue?.message}; write it with npm run nightly -- --record`,
  )
}
