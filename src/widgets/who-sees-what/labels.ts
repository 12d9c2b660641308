import type { Kind } from '#models/namespaces'
import type { SeesTale } from '#models/namespaces/seats'
import type { Strings, StoryWords } from '#widgets/kit'
import type { Wording } from '#wording/namespaces'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (now: string) => string
  readonly scrollable: string
  readonly process: string
  /** what each one has of its own */
  readonly contents: Readonly<Record<Kind, string>>
  readonly machines: string
  readonly letGo: string
  /** of a letter, to whoever hears it */
  readonly seat: (letter: string, company: readonly string[]) => string
  readonly childrenIn: (letter: string) => string
  readonly legend: string
  readonly sees: (who: string) => string
  readonly seesProcesses: string
  readonly seesAlone: string
  readonly nothing: string
  readonly thenThere: string
  readonly choose: string
  readonly actions: {
    readonly kinds: string
    readonly unshare: string
    readonly clone: string
    readonly target: string
    readonly enter: string
    readonly kill: string
    readonly fork: string
    readonly drop: string
    readonly wait: string
    readonly exit: string
  }
  readonly words: StoryWords<SeesTale>
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
