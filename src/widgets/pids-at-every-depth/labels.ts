import type { PidTale } from '#models/namespaces'
import type { Wording } from '#wording/namespaces'
import type { Strings, StoryWords } from '#widgets/kit'

/** What this widget alone has to say. */
export type Labels = {
  readonly title: string
  readonly subtitle: string
  readonly tableOf: (now: string) => string
  readonly scrollable: string
  readonly process: string
  readonly seenFrom: (namespace: string) => string
  readonly inside: (namespace: string) => string
  readonly closed: string
  readonly empty: string
  readonly unseen: string
  readonly parent: (pid: number) => string
  readonly childrenGoTo: (namespace: string) => string
  readonly choose: string
  readonly actions: {
    readonly fork: string
    readonly clone: string
    readonly unshare: string
    readonly wait: string
    readonly exit: string
    readonly handle: string
    readonly kill: string
    readonly number: string
    readonly signal: string
  }
  readonly thenThere: string
  readonly words: StoryWords<PidTale>
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }
