/** The whole story as a table: what needs no script. */
import { StoryTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { livingAt, speechOf, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={speechOf(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) =>
      livingAt(story, now, (name, holders) =>
        language.labels.livingLine(language.wording.name(name), holders),
      )
    }
  />
)
