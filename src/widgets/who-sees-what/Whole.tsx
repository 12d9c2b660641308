/** The whole story as a table: what needs no script. */
import { namespacesSpeech, StoryTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import type { SeesTale } from './scenarios.ts'
import { letterOf } from './seats.ts'
import { elsewhereAt, stage } from './story.ts'

export const Whole = ({
  scenario,
  wording,
  labels,
  ui,
}: Language & { readonly scenario?: string | undefined }) => (
  <StoryTable
    title={labels.title}
    {...{ stage, scenario, ui }}
    speech={namespacesSpeech<SeesTale>(wording)}
    column={labels.thenThere}
    thenAt={(story, now) => elsewhereAt(story, now, (kind, place) => `\`${kind}\` ${letterOf(kind, place)}`)}
  />
)
