/** What keeps it alive: the model `kept-namespaces`, one namespace a row, instant by instant. */
import { useState } from 'preact/hooks'
import { leftOut } from '#models/kept-namespaces'
import { nameOf } from '#models/namespaces'
import { longest, StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { Actions } from './Actions.tsx'
import { HolderTable } from './HolderTable.tsx'
import type { Language } from './labels.ts'
import { actorAt, rowsAt, speechOf, stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const [wanted, select] = useState<number>()
  const { story, clock, state, act } = telling
  const actor = actorAt(state, wanted)
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={labels.words}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      yourTurn={
        <YourTurn telling={telling} actor={actor && nameOf(actor)} choose={labels.choose} ui={ui}>
          {actor && <Actions {...{ state, actor, select, act, labels }} />}
        </YourTurn>
      }
    >
      <HolderTable
        {...{ state, act }}
        rows={rowsAt(story, clock.now)}
        full={story.frames.length > longest}
        caption={labels.tableOf(ui.position(clock.now, clock.end))}
        {...language}
      />
    </StoryFrame>
  )
}
