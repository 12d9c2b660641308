import type { Wording } from '#wording/cpu-time'
import type { Strings } from '#widgets/kit'
import type { ScenarioId } from './scenarios.ts'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly scenarios: Readonly<Record<ScenarioId, { readonly name: string; readonly about: string }>>
  /** what is changed, and whose share is asked for */
  readonly questions: Readonly<Record<ScenarioId, string>>
  readonly machine: string
  readonly cpus: (count: number) => string
  readonly pinned: string
  readonly moved: string
  readonly bar: (cpu: number | undefined) => string
  readonly idle: string
  readonly groups: string
  readonly weight: string
  readonly shares: (v1: number) => string
  readonly quota: string
  readonly per: string
  readonly loops: string
  readonly loopsOn: (cpu: number | undefined) => string
  readonly gets: (share: string) => string
  readonly arithmetic: string
  readonly from: (from: string, to: string) => string
  readonly held: string
  readonly average: string
  readonly whole: string
  readonly columns: readonly [string, string, string, string, string, string]
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
