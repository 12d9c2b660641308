/** PIDs at every depth: the model `namespaces`, seen instant by instant. */
import { useState } from 'preact/hooks'
import { leftOut, nameOf, uncheckable, type PidTale } from '#models/namespaces'
import { StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { actorAt, namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import { Actions } from './Actions.tsx'
import type { Language } from './labels.ts'
import { ProcessTable } from './ProcessTable.tsx'
import { stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const [wanted, select] = useState<number>()
  const { story, clock } = telling
  const actor = actorAt(story, clock.now, wanted)
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={namespacesSpeech<PidTale>(wording)}
      words={labels.words}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      uncheckable={uncheckable.map((rule) => wording.uncheckable[rule])}
      yourTurn={
        <YourTurn telling={telling} actor={actor && nameOf(actor)} choose={labels.choose} ui={ui}>
          {actor && <Actions by={actor.id} act={telling.act} labels={labels} />}
        </YourTurn>
      }
    >
      <ProcessTable
        story={story}
        now={clock.now}
        actor={actor?.id}
        select={select}
        caption={labels.tableOf(ui.position(clock.now, clock.end))}
        {...language}
      />
    </StoryFrame>
  )
}
