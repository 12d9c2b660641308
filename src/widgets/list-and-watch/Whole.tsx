/** The whole story as a table: what needs no script. */
import { frameAt, StoryTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { rowsOf, speechOf, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={speechOf(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) =>
      rowsOf(frameAt(story.frames, now).state).map(({ name, stored, cached }) =>
        language.labels.thenLine(name, stored?.version, cached?.version),
      )
    }
  />
)
