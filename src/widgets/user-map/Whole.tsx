/** Each story as a table: what needs no script. */
import { StoryTable, type Story } from '#widgets/kit'
import { stateAt } from './draft.ts'
import type { Language } from './labels.ts'
import { outwardId } from './outward.ts'
import type { UserTale } from './scenarios.ts'
import { speechOf, stage } from './stage.ts'
import { innerUsers } from './spans.ts'

const mapsAt = (story: Story<UserTale>, now: number, { wording, labels }: Language): readonly string[] => {
  const state = stateAt(story, now)
  return innerUsers(state).flatMap((user) =>
    (['uid', 'gid'] as const).map((file) => {
      const lines = state.users[user]?.maps[file]?.map((line) => `\`${line.join(' ')}\``)
      return `${wording.user(outwardId(user))}, ${file}_map: ${lines?.join(', ') ?? labels.ids.notWritten}`
    }),
  )
}

export const Whole = ({ scenario, ...language }: Language & { readonly scenario?: string | undefined }) => (
  <StoryTable
    stage={stage}
    scenario={scenario}
    speech={speechOf(language.wording)}
    column={language.labels.then}
    thenAt={(story, now) => mapsAt(story, now, language)}
    ui={language.ui}
  />
)
