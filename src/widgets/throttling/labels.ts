import type { Wording } from '#wording/cpu-time'
import type { Strings } from '#widgets/kit'
import type { Choice, ScenarioId } from './scenarios.ts'
import type { Knobs } from './service.ts'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly scenarios: Readonly<Record<ScenarioId, { readonly name: string; readonly about: string }>>
  readonly questions: Readonly<Record<ScenarioId, string>>
  readonly choices: Readonly<Record<Choice, string>>
  readonly knobs: Readonly<Record<keyof Knobs, string>>
  readonly settings: string
  readonly files: string
  readonly lanes: { readonly requests: string; readonly cpus: string; readonly left: string }
  readonly cpusInUse: string
  readonly throttled: string
  readonly picture: (from: string, to: string) => string
  readonly at: (time: string) => string
  readonly state: (cpus: string, left: string) => string
  readonly held: (left: string) => string
  readonly sleeps: (left: string) => string
  readonly figures: string
  readonly half: string
  readonly most: string
  readonly worst: string
  readonly alone: string
  readonly ofPeriods: string
  readonly counted: (count: number) => string
  readonly sum: (used: string, allowed: string) => string
  readonly overloaded: (used: string, allowed: string) => string
  readonly whole: string
  readonly columns: readonly [string, string]
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
