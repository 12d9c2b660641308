/** What a conformance run leaves behind. It is read from a file, where anything may stand. */
import { z } from 'astro/zod'
import type { Environment } from '#ledger'
import { targets, type Target } from './targets.ts'
import type { Case, Subject } from './types.ts'

export type Shard = {
  readonly seed: number
  readonly cases: number
  /** of the cases as they were generated */
  readonly generator: string
  /** of what was seen in each case, 8 characters a case */
  readonly digests: string
  /** the rules that each case fired: bits in base 36, in the order of the record's `rules` */
  readonly fired: readonly string[]
  readonly differing: readonly number[]
  readonly declared: readonly number[]
  readonly notApplicable: readonly number[]
  /** where the subject measures: by how much each case was missed; null for what is not applicable */
  readonly errors?: readonly (number | null)[]
}

/** A case stored whole, with what the real thing did. */
export type Kept<Input, Action, Seen> = Case<Input, Action> & {
  readonly seed: number
  readonly rules: readonly string[]
  readonly seen: readonly Seen[]
}

/** null: nothing is measured, or it says nothing of how exact the model is. */
export type KeptWithError<Input, Action, Seen> = Kept<Input, Action, Seen> & { readonly error: number | null }

export type ConformanceRecord<Input = unknown, Action = unknown, Seen = unknown> = {
  readonly schema: 1
  readonly model: string
  readonly aspect?: string
  /** what the shards' errors are counted in */
  readonly unit?: string
  readonly target: Target
  readonly environment: Environment
  readonly started: string
  readonly seconds: number
  readonly rules: readonly string[]
  readonly shards: readonly Shard[]
  readonly covering: readonly Kept<Input, Action, Seen>[]
}

/** A case that once differed, shrunk: kept for ever, whatever becomes of the record. */
export type Counterexample<Input = unknown, Action = unknown, Seen = unknown> = Case<Input, Action> & {
  readonly found: string
  readonly target: Target
  readonly kernel: string
  readonly seen: readonly Seen[]
}

const index = z.array(z.int().min(0))
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 in hex')
const target = z.enum(targets)

const shard = z.strictObject({
  seed: z.int().min(0),
  cases: z.int().min(1),
  generator: hash,
  digests: z.string(),
  fired: z.array(z.string()),
  differing: index,
  declared: index,
  notApplicable: index,
  errors: z.array(z.number().min(0).nullable()).exactOptional(),
})

// Read from a probe and never interpreted here: the ledger's schema of transcripts is the strict one.
const environment = z.looseObject({
  kernel: z.string().min(1),
  distribution: z.string(),
}) as unknown as z.ZodType<Environment>

export const recordSchema = <Input, Action, Seen>({
  caseSchema,
  seenSchema,
}: Pick<Subject<Input, Action, Seen>, 'caseSchema' | 'seenSchema'>): z.ZodType<
  ConformanceRecord<Input, Action, Seen>
> =>
  z.strictObject({
    schema: z.literal(1),
    model: z.string().min(1),
    aspect: z.string().min(1).exactOptional(),
    unit: z.string().min(1).exactOptional(),
    target,
    environment,
    started: z.iso.datetime(),
    seconds: z.number().min(0),
    rules: z.array(z.string()),
    shards: z.array(shard).min(1),
    covering: z.array(
      z.intersection(
        caseSchema,
        z.object({ seed: z.int().min(0), rules: z.array(z.string()), seen: z.array(seenSchema) }),
      ),
    ),
  })

export const counterexamplesSchema = <Input, Action, Seen>({
  caseSchema,
  seenSchema,
}: Pick<Subject<Input, Action, Seen>, 'caseSchema' | 'seenSchema'>): z.ZodType<
  readonly Counterexample<Input, Action, Seen>[]
> =>
  z.array(
    z.intersection(
      caseSchema,
      z.object({ found: z.iso.date(), target, kernel: z.string(), seen: z.array(seenSchema) }),
    ),
  )
