/** What is seen of a case of the model `kept-namespaces`, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Action, Input, Outcome, View } from '#models/kept-namespaces'
import { kinds, links } from '#models/namespaces'
import type { Case } from '#conformance'

/** After an action. `outcome` is null where the caller did not live to hear it. */
export type Seen = View & { readonly outcome: Outcome | null }

const number = z.int().min(0)
const kind = z.enum(kinds)
const several = z.array(kind).min(1)

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.enum(['fork', 'wait', 'drop']), by: number }),
  z.strictObject({ do: z.enum(['clone', 'unshare']), by: number, kinds: several }),
  z.strictObject({ do: z.literal('setns'), by: number, pid: number, kinds: several }),
  z.strictObject({ do: z.literal('exit'), by: number, status: number }),
  z.strictObject({ do: z.literal('kill'), by: number, pid: number, signal: z.literal('KILL') }),
  z.strictObject({
    ...{ do: z.literal('map'), by: number, of: number, file: z.enum(['uid', 'gid']) },
    extents: z.array(z.tuple([number, number, number])),
  }),
  z.strictObject({ do: z.enum(['open', 'bind']), by: number, pid: number, kind }),
  z.strictObject({ do: z.literal('close'), by: number, fd: number }),
  z.strictObject({ do: z.enum(['umount', 'enter']), by: number, at: number }),
])

const outcome: z.ZodType<Outcome> = z.union([
  z.strictObject({ is: z.enum(['done', 'nothing-yet', 'no-actor']) }),
  z.strictObject({ is: z.literal('pid'), pid: number }),
  z.strictObject({ is: z.literal('fd'), fd: number }),
  z.strictObject({ is: z.literal('mounted'), at: number }),
  z.strictObject({
    is: z.literal('error'),
    errno: z.enum([
      ...(['EACCES', 'EBADF', 'ECHILD', 'EINVAL', 'ENOENT'] as const),
      ...(['ENOMEM', 'ENOSPC', 'EPERM', 'ESRCH'] as const),
    ]),
  }),
])

export const caseSchema: z.ZodType<Case<Input, Action>> = z.object({
  input: z.strictObject({
    ...{ one: z.string(), shell: z.string(), pid: number, level: number, ids: number },
    setgroups: z.enum(['allow', 'deny']),
  }),
  actions: z.array(action),
})

export const seenSchema: z.ZodType<Seen> = z.strictObject({
  outcome: outcome.nullable(),
  alive: z.array(number).length(kinds.length),
  processes: z.array(
    z.strictObject({
      pid: number,
      ns: z.array(number.nullable()).length(links.length),
      capable: z.boolean(),
    }),
  ),
  files: z.array(z.tuple([number, number, number])),
  mounts: z.array(z.tuple([number, number, number])),
})
