/** The whole story as a table: what needs no script. */
import { frameAt, StoryTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { holdings } from './rows.ts'
import { speechOf, stage } from './story.ts'

export const Whole = ({
  scenario,
  wording,
  labels,
  ui,
}: Language & { readonly scenario?: string | undefined }) => (
  <StoryTable
    title={labels.title}
    {...{ stage, scenario, ui }}
    speech={speechOf(wording)}
    column={labels.then}
    thenAt={(story, now) => holdings(frameAt(story.frames, now).state, wording.phases)}
  />
)
