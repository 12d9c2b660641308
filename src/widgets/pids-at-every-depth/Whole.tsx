/** The whole story as a table: what needs no script. */
import { frameAt, namespacesSpeech, StoryTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { membersAt, stage, type PidTale } from './story.ts'

export const Whole = ({
  scenario,
  wording,
  labels,
  ui,
}: Language & { readonly scenario?: string | undefined }) => (
  <StoryTable
    title={labels.title}
    stage={stage}
    scenario={scenario}
    speech={namespacesSpeech<PidTale>(wording)}
    column={labels.thenThere}
    thenAt={(story, now) => membersAt(frameAt(story.frames, now).state, wording.lives.zombie)}
    ui={ui}
  />
)
