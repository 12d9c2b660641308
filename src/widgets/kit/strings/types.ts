import type { AgreementRecord } from '../agreement-record.ts'

/** What every widget says in the same words. */
export type Strings = {
  readonly lang: string
  readonly transport: string
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly instant: string
  readonly position: (now: number, end: number) => string
  readonly keys: string
  readonly scenario: string
  /** the instant before the first move */
  readonly start: string
  readonly story: string
  readonly storyColumns: readonly [string, string]
  readonly yourTurn: string
  readonly as: (actor: string) => string
  readonly nobody: string
  readonly full: string
  readonly again: string
  readonly why: string
  readonly predict: string
  readonly right: string
  readonly wrong: (guess: string) => string
  readonly copyLink: string
  readonly copied: string
  readonly notCopied: string
  readonly unchecked: string
  readonly agrees: (record: AgreementRecord) => string
  readonly uncheckable: string
  readonly leftOut: (count: number) => string
}
