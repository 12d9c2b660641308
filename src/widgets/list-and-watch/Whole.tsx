/** The whole story as a table: what needs no script. */
import { frameAt, StoryTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { rowsOf, speechOf, stage } from './story.ts'

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
    column={labels.thenThere}
    thenAt={(story, now) =>
      rowsOf(frameAt(story.frames, now).state).map(({ name, stored, cached }) =>
        labels.thenLine(name, stored?.version, cached?.version),
      )
    }
  />
)
