import type { Phase, Version, WatchTale } from '#models/list-watch'
import type { Strings, StoryWords } from '#widgets/kit'
import type { Wording } from '#wording/list-watch'
import type { Row } from './story.ts'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (now: string) => string
  readonly columns: readonly [name: string, server: string, cache: string]
  readonly server: string
  readonly remembers: (version: Version, forgotten: Version) => string
  readonly client: string
  readonly phases: Readonly<Record<Phase, (at: Version) => string>>
  readonly onTheWay: string
  readonly nothingOnTheWay: string
  readonly nothingStored: string
  readonly version: (version: Version) => string
  readonly absent: string
  readonly unlabelled: string
  readonly states: Readonly<Record<Row['is'], string>>
  readonly thenThere: string
  readonly thenLine: (name: string, server: Version | undefined, cache: Version | undefined) => string
  readonly choose: string
  readonly everyone: string
  readonly actions: {
    readonly object: string
    readonly create: string
    readonly createOutside: string
    readonly update: string
    readonly updateCached: string
    readonly relabel: string
    readonly rewrite: string
    readonly remove: string
    readonly elsewhere: string
    readonly list: string
    readonly watch: string
    readonly receive: string
    readonly bookmark: string
    readonly cut: string
    readonly compact: string
  }
  readonly words: StoryWords<WatchTale>
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
