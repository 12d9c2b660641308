/** The whole story as a table: what needs no script. */
import type { PidTale } from '#models/namespaces'
import { frameAt, StoryTable, type ViewProps } from '#widgets/kit'
import { namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import type { Language } from './labels.ts'
import { membersAt, stage } from './story.ts'

export const Whole = ({ scenario, ...language }: Language & Pick<ViewProps, 'scenario'>) => (
  <StoryTable
    {...{ stage, scenario, ...language }}
    speech={namespacesSpeech<PidTale>(language.wording)}
    column={language.labels.thenThere}
    thenAt={(story, now) => membersAt(frameAt(story.frames, now).state, language.wording.lives.zombie)}
  />
)
