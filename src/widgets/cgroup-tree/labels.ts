import type { Place, TreeTale, User } from '#models/cgroups'
import type { StoryWords, Strings } from '#widgets/kit'
import type { Wording } from '#wording/cgroups'

/** What this widget alone has to say. Text between backticks is code. */
export type Labels = StoryWords<TreeTale> & {
  readonly title: string
  readonly subtitle: string
  readonly version: string
  readonly tree: {
    readonly caption: string
    readonly group: string
    readonly processes: string
    readonly passesOn: string
    readonly outside: string
    readonly frozen: string
    readonly ofUser: string
    readonly process: (id: number, user: User) => string
    readonly nobody: string
  }
  readonly files: {
    readonly caption: (place: Place) => string
    readonly file: string
    readonly reads: string
    readonly empty: string
    readonly writeOnly: string
    readonly holds: (value: string, at: Place) => string
    readonly of: Readonly<Record<User, string>>
    readonly all: (count: number) => string
    readonly fewer: string
  }
  readonly form: {
    readonly title: string
    readonly who: string
    readonly text: string
    readonly file: string
    readonly write: string
    readonly child: string
    readonly make: string
    readonly remove: string
    readonly give: string
    readonly process: string
    readonly enter: string
    readonly fork: string
    readonly exit: string
  }
  readonly users: Readonly<Record<User, string>>
  /** the last column of the story without a script */
  readonly then: string
  readonly all: string
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }

/** The choices that are the same in every language. */
export const sameChoices = {
  EACCES: '`EACCES`',
  EAGAIN: '`EAGAIN`',
  EBUSY: '`EBUSY`',
  EINVAL: '`EINVAL`',
  ENOENT: '`ENOENT`',
  ENOSPC: '`ENOSPC`',
  EOPNOTSUPP: '`EOPNOTSUPP`',
}
