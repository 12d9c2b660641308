/** Each story as a table: what needs no script. */
import { innerUsers, type UserTale } from '#models/namespaces/host'
import { StoryTables, type Story } from '#widgets/kit'
import { stateAt } from './draft.ts'
import type { Language } from './labels.ts'
import { letterOf } from './outward.ts'
import { speechOf, stage } from './stage.ts'

/** α uid: 0 10000 1000 */
const mapsAt = (story: Story<UserTale>, now: number): readonly string[] => {
  const state = stateAt(story, now)
  return innerUsers(state).flatMap((user) =>
    (['uid', 'gid'] as const).flatMap((file) => {
      const lines = state.users[user]?.maps[file]?.map((line) => `\`${line.join(' ')}\``)
      return lines ? [`${letterOf(user)} ${file}: ${lines.join(', ')}`] : []
    }),
  )
}

export const Whole = (language: Language) => (
  <StoryTables
    {...{ stage, ...language }}
    all={language.labels.all}
    words={language.labels}
    speech={speechOf(language.wording)}
    column={language.labels.then}
    thenAt={mapsAt}
  />
)
