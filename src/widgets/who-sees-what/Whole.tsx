/** The whole story as a table: what needs no script. */
import { namespacesSpeech, StoryTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import type { SeesTale } from './scenarios.ts'
import { letterOf } from './seats.ts'
import { elsewhereAt, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={namespacesSpeech<SeesTale>(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) => elsewhereAt(story, now, (kind, place) => `\`${kind}\` ${letterOf(kind, place)}`)}
  />
)
