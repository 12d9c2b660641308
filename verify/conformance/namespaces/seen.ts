/** What is seen of a case of the model `namespaces`, and how it is read from a file. */
import { z } from 'astro/zod'
import {
  kinds,
  links,
  type Action,
  type End,
  type Holding,
  type Input,
  type Outcome,
  type Row,
} from '#models/namespaces'
import type { Case } from '#conformance'

export type AfterAction = {
  /** null: the caller did not live to hear it */
  readonly outcome: Outcome | null
  /** what a successful wait says of the child */
  readonly ended: End | null
  readonly ps: readonly Row[]
  readonly held: readonly Holding[]
}

/** Of each that can still speak: its outermost number, and what getpid, getppid, getuid and getgid tell it. */
export type Self = readonly [number, number, number, number, number]

export type Selves = { readonly selves: readonly Self[] }

export type Seen = AfterAction | Selves

const number = z.int().min(0)
const kind = z.enum(kinds)
const signal = z.enum(['HUP', 'INT', 'TERM', 'KILL'])

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.literal('fork'), by: number, comm: z.string().exactOptional() }),
  z.strictObject({
    do: z.literal('clone'),
    by: number,
    comm: z.string().exactOptional(),
    kinds: z.array(kind).exactOptional(),
  }),
  z.strictObject({ do: z.literal('unshare'), by: number, kinds: z.array(kind).exactOptional() }),
  z.strictObject({ do: z.literal('setns'), by: number, pid: number, kinds: z.array(kind) }),
  z.strictObject({ do: z.enum(['wait', 'subreaper', 'drop']), by: number }),
  z.strictObject({
    do: z.literal('map'),
    by: number,
    of: number,
    file: z.enum(['uid', 'gid']),
    extents: z.array(z.tuple([number, number, number])),
  }),
  z.strictObject({ do: z.literal('setgroups'), by: number, of: number, to: z.enum(['allow', 'deny']) }),
  z.strictObject({ do: z.literal('exec'), by: number, comm: z.string() }),
  z.strictObject({ do: z.literal('exit'), by: number, status: number }),
  z.strictObject({ do: z.literal('handle'), by: number, signal }),
  z.strictObject({ do: z.literal('kill'), by: number, pid: number, signal }),
])

const outcome: z.ZodType<Outcome> = z.union([
  z.strictObject({ is: z.enum(['done', 'nothing-yet', 'no-actor']) }),
  z.strictObject({ is: z.literal('pid'), pid: number }),
  z.strictObject({
    is: z.literal('error'),
    errno: z.enum(['EACCES', 'ECHILD', 'EINVAL', 'ENOMEM', 'ENOSPC', 'EPERM', 'ESRCH']),
  }),
])

const end: z.ZodType<End> = z.union([
  z.strictObject({ by: z.literal('exit'), status: number }),
  z.strictObject({ by: z.literal('signal'), signal }),
])

const row: z.ZodType<Row> = z.strictObject({
  pid: number,
  ppid: number,
  comm: z.string(),
  state: z.enum(['S', 'Z']),
  nspid: z.array(number),
})

const holding: z.ZodType<Holding> = z.strictObject({
  pid: number,
  ns: z.array(number.nullable()).length(links.length),
  capable: z.boolean(),
})

export const caseSchema: z.ZodType<Case<Input, Action>> = z.object({
  input: z.strictObject({
    ...{ kernel: z.enum(['6.1', '6.2']), machine: z.boolean() },
    ...{ one: z.string(), shell: z.string(), pid: number, level: number, ids: number },
    setgroups: z.enum(['allow', 'deny']),
  }),
  actions: z.array(action),
})

export const seenSchema: z.ZodType<Seen> = z.union([
  z.strictObject({
    outcome: outcome.nullable(),
    ended: end.nullable(),
    ps: z.array(row),
    held: z.array(holding),
  }),
  z.strictObject({ selves: z.array(z.tuple([number, number, number, number, number])) }),
])
