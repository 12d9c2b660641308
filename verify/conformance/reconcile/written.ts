/** What an answer says was written: watches may tell of it later. */
import type { Answer } from './api.ts'

export type Written =
  { readonly uid: string; readonly version: string } | { readonly uid: string; readonly is: 'going' | 'gone' }

type Body = {
  readonly metadata?: {
    readonly uid?: string
    readonly resourceVersion?: string
    readonly deletionTimestamp?: string
    readonly deletionGracePeriodSeconds?: number
    readonly finalizers?: readonly string[]
  }
  /** what a deletion is answered with that needs nobody else */
  readonly details?: { readonly uid?: string }
} | null

export const writtenOf = (answer: Answer): Written | undefined => {
  const body = answer.body as Body
  if (answer.status >= 300) return undefined
  if (body?.details?.uid !== undefined) return { uid: body.details.uid, is: 'gone' }
  const {
    uid,
    resourceVersion,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    finalizers = [],
  } = body?.metadata ?? {}
  if (uid === undefined || resourceVersion === undefined) return undefined
  if (deletionTimestamp === undefined) return { uid, version: resourceVersion }
  return { uid, is: deletionGracePeriodSeconds === 0 && finalizers.length === 0 ? 'gone' : 'going' }
}
