/** The whole story as a table: what needs no script. */
import { StoryTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { livingAt, speechOf, stage } from './story.ts'

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
      livingAt(story, now, (name, holders) => labels.livingLine(wording.name(name), holders))
    }
  />
)
