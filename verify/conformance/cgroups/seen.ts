/** What is seen of a case of the model `cgroups`, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Case } from '#conformance'
import type { Action, Input, Outcome } from '#models/cgroups'

export type AfterAction = {
  readonly outcome: Outcome
  /** what root then reads in the file that was written to; null where nothing can be read */
  readonly back: string | null
}

/** Each group at the end, with what is in its files. */
export type Folders = { readonly groups: readonly (readonly [string, Readonly<Record<string, string>>])[] }

export type Seen = AfterAction | Folders

const user = z.enum(['root', 'user'])
const number = z.int().min(0)
const at = z.string()

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.enum(['mkdir', 'rmdir']), by: user, at }),
  z.strictObject({ do: z.literal('write'), by: user, at, file: z.string(), text: z.string() }),
  z.strictObject({ do: z.literal('read'), by: user, at, file: z.string() }),
  z.strictObject({ do: z.literal('delegate'), at, to: user }),
  z.strictObject({ do: z.literal('fork'), by: number, as: number }),
  z.strictObject({ do: z.literal('exit'), by: number }),
])

const errnos = [
  ...(['EACCES', 'EAGAIN', 'EBUSY', 'EEXIST', 'EINVAL', 'ENOENT', 'ENOSPC'] as const),
  ...(['EOPNOTSUPP', 'ERANGE', 'ESRCH'] as const),
] as const

const outcome: z.ZodType<Outcome> = z.union([
  z.strictObject({ is: z.enum(['done', 'no-actor']) }),
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  z.strictObject({ is: z.literal('error'), errno: z.enum(errnos) }),
])

export const caseSchema: z.ZodType<Case<Input, Action>> = z.object({
  input: z.strictObject({ version: z.enum(['v1', 'v2']), cpus: number, processes: z.array(user) }),
  actions: z.array(action),
})

export const seenSchema: z.ZodType<Seen> = z.union([
  z.strictObject({ outcome, back: z.string().nullable() }),
  z.strictObject({ groups: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])) }),
])
