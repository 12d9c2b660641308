import type { IdFile } from '#models/namespaces'
import type { OwnerId, UserTale } from '#models/namespaces/host'
import type { StoryWords, Strings } from '#widgets/kit'
import type { Wording } from '#wording/namespaces'

/** What this widget alone has to say. Text between backticks is code. */
export type Labels = StoryWords<UserTale> & {
  readonly title: string
  readonly subtitle: string
  readonly onHost: string
  readonly inUser: (user: string) => string
  readonly ids: {
    readonly caption: (file: IdFile) => string
    readonly notWritten: string
    readonly who: { readonly root: string; readonly you: string }
    readonly theFile: string
    /** for who cannot see the broken line */
    readonly nobody: string
  }
  readonly file: {
    readonly title: string
    readonly by: string
    readonly in: string
    readonly line: (user: string, line: string) => string
    readonly owner: (id: string) => string
    readonly noSuch: (id: number, user: string) => string
  }
  readonly worth: {
    readonly title: string
    readonly process: string
    readonly here: (where: string, uid: number, capable: boolean) => string
    readonly ofHost: string
    readonly of: (user: string) => string
    readonly file: string
    readonly counts: string
    readonly not: string
  }
  readonly form: {
    readonly title: string
    readonly who: string
    readonly writes: string
    readonly lines: string
    readonly to: string
    readonly file: string
    readonly write: string
    readonly wrong: string
    readonly as: (actor: string) => string
    readonly clone: string
    readonly uts: string
    readonly drop: string
  }
  /** the last column of the story without a script */
  readonly then: string
  /** all stories without a script */
  readonly all: string
  /** beside what the model leaves out */
  readonly leftOut: readonly string[]
}

export type Language = { readonly wording: Wording; readonly ui: Strings; readonly labels: Labels }

const owners: readonly OwnerId[] = ['33', '107', '5000', '10007', '10033', '10106']

/** The choices that are the same in every language. */
export const sameChoices = {
  EPERM: '`EPERM`',
  EINVAL: '`EINVAL`',
  ...(Object.fromEntries(owners.map((id) => [id, id])) as Record<OwnerId, string>),
} satisfies Partial<Record<UserTale['choice'], string>>
