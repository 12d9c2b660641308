import type { Turn } from '#models/reconcile'
import type { Strings } from '#widgets/kit'
import type { Wording } from '#wording/reconcile'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (now: string) => string
  readonly columns: readonly [string, string, string]
  readonly empty: string
  readonly wants: (count: number) => string
  readonly tells: (available: number, count: number) => string
  readonly paused: string
  readonly deleting: string
  readonly restarts: (count: number) => string
  readonly nextSteps: string
  readonly nothing: string
  readonly controllers: Readonly<Record<Turn['do'], string>>
  readonly onlyTells: string
  readonly first: string
  readonly then: string
  readonly choose: string
  readonly deployment: string
  readonly create: string
  readonly scale: string
  readonly set: string
  readonly image: string
  readonly pause: string
  readonly resume: string
  readonly remove: string
  readonly pod: string
  readonly takeLabel: string
  readonly giveLabel: string
  readonly wait: (seconds: number) => string
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
