/** The whole story as a table: what needs no script. */
import type { SeesTale } from '#models/namespaces/seats'
import { StoryTable, type ViewProps } from '#widgets/kit'
import { namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import { letterOf } from './letter-of.ts'
import type { Language } from './labels.ts'
import { elsewhereAt, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={namespacesSpeech<SeesTale>(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) => elsewhereAt(story, now, (kind, place) => `\`${kind}\` ${letterOf(kind, place)}`)}
  />
)
