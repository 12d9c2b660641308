/** The whole story as a table: what needs no script. */
import { frameAt, namespacesSpeech, StoryTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { membersAt, stage, type PidTale } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={namespacesSpeech<PidTale>(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) => membersAt(frameAt(story.frames, now).state, language.wording.lives.zombie)}
  />
)
