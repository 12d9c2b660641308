/** Who sees what: the model `namespaces`, processes against the eight kinds, instant by instant. */
import { useState } from 'preact/hooks'
import { leftOut, nameOf, uncheckable } from '#models/namespaces'
import type { SeesTale } from '#models/namespaces/seats'
import { frameAt, StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { actorAt, namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import { Actions } from './Actions.tsx'
import { KindTable } from './KindTable.tsx'
import type { Language } from './labels.ts'
import { Sees } from './Sees.tsx'
import { rowsAt, stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const [wanted, select] = useState<number>()
  const { story, clock } = telling
  const { state, made } = frameAt(story.frames, clock.now)
  // Until the reader chooses, whoever has just done something.
  const actor = actorAt(story, clock.now, wanted ?? made?.move.by)
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={namespacesSpeech<SeesTale>(wording)}
      words={labels.words}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      uncheckable={uncheckable.map((rule) => wording.uncheckable[rule])}
      yourTurn={
        <YourTurn telling={telling} actor={actor && nameOf(actor)} choose={labels.choose} ui={ui}>
          {actor && <Actions state={state} actor={actor} act={telling.act} labels={labels} />}
        </YourTurn>
      }
    >
      <KindTable
        rows={rowsAt(story, clock.now)}
        actor={actor?.id}
        select={select}
        caption={labels.tableOf(ui.position(clock.now, clock.end))}
        {...language}
      />
      {actor && <Sees state={state} process={actor} {...language} />}
    </StoryFrame>
  )
}
