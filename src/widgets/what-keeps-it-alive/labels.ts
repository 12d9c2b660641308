import type { Holder, KeptTale, Name } from '#models/kept-namespaces'
import type { Strings, StoryWords } from '#widgets/kit'
import type { Wording } from '#wording/kept-namespaces'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (now: string) => string
  readonly scrollable: string
  readonly namespace: string
  readonly heldBy: string
  readonly none: string
  readonly gone: string
  readonly letGo: string
  /** what holds, briefly */
  readonly holder: (holder: Holder, name: (name: Name) => string) => string
  /** what pressing it does */
  readonly release: (holder: Holder) => string
  readonly thenThere: string
  readonly livingLine: (name: string, holders: number) => string
  readonly choose: string
  readonly actions: {
    readonly target: string
    readonly kind: string
    readonly actor: string
    readonly make: string
    readonly fork: string
    readonly open: string
    readonly bind: string
    readonly path: string
    readonly enter: string
  }
  readonly words: StoryWords<KeptTale>
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
