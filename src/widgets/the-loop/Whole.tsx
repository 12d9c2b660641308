/** The whole story as a table: what needs no script. */
import { frameAt, StoryTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { holdings } from './rows.ts'
import { speechOf, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={speechOf(language.wording)}
    column={language.labels.then}
    thenAt={(story, now) => holdings(frameAt(story.frames, now).state, language.wording.phases)}
  />
)
