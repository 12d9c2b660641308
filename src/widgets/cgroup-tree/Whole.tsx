/** Each story as a table: what needs no script. */
import { contentOf, findGroup, type TreeTale } from '#models/cgroups'
import { frameAt, StoryTables, type Story } from '#widgets/kit'
import type { Language } from './labels.ts'
import { machineAt, speechOf, stage } from './stage.ts'

/** What the file that was written to then reads. */
const readBack = (story: Story<TreeTale>, now: number): readonly string[] => {
  const move = frameAt(story.frames, now).made?.move
  const state = machineAt(story, now)
  const group = move?.do === 'write' ? findGroup(state, move.at) : undefined
  if (move?.do !== 'write' || !group) return []
  const text = contentOf(state, group, move.file)
  return text === '' ? [] : [`\`${text.replaceAll('\n', ' · ')}\``]
}

export const Whole = (language: Language) => (
  <StoryTables
    {...{ stage, ...language }}
    all={language.labels.all}
    words={language.labels}
    speech={speechOf(language.wording)}
    column={language.labels.then}
    thenAt={readBack}
  />
)
