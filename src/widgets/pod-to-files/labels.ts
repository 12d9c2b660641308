import type { QosClass } from '#kubernetes'
import type { Version, Weights } from '#models/pod-cgroups'
import type { Wording } from '#wording/pod-cgroups'
import type { Strings } from '#widgets/kit'
import type { Cell, Kind } from './draft.ts'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly start: string
  readonly version: string
  readonly versions: Readonly<Record<Version, string>>
  readonly weights: string
  readonly weightsOf: Readonly<Record<Weights, string>>
  readonly pod: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly kind: string
  readonly cells: Readonly<Record<Cell, string>>
  readonly cellOf: (container: string, cell: string) => string
  readonly none: string
  readonly add: string
  readonly remove: (container: string) => string
  readonly class: (qos: QosClass) => string
  readonly files: string
  readonly ofProcess: string
  readonly node: string
  readonly checked: string
  readonly says: (qos: QosClass, values: string) => string
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
