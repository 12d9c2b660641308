import type { Strings } from '#widgets/kit'
import type { Wording } from '#wording/out-of-memory'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (version: string, now: string) => string
  readonly columns: readonly [string, string, string, string]
  readonly noLimit: string
  readonly elsewhere: (amount: number, group: string) => string
  readonly together: string
  readonly counts: (kills: number) => string
  readonly thenHold: string
  readonly choose: string
  readonly allocate: (amount: number) => string
  readonly adj: string
  readonly moveTo: string
  readonly set: string
  readonly limit: string
  readonly group: string
  readonly size: string
  readonly togetherOn: string
  readonly togetherOff: string
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
