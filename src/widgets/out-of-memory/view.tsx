/** Out of memory: the model `out-of-memory`, told until someone dies. */
import { useState } from 'preact/hooks'
import { leftOut, uncheckable } from '#models/out-of-memory'
import { StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { Actions } from './Actions.tsx'
import type { Language } from './labels.ts'
import { MemoryTable } from './MemoryTable.tsx'
import { actorIn } from './rows.ts'
import { speechOf, stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const [wanted, select] = useState<string>()
  const { clock, state, before, act } = telling
  const actor = actorIn(state, wanted)?.name
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={wording}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      uncheckable={uncheckable.map((rule) => wording.uncheckable[rule])}
      yourTurn={
        <YourTurn telling={telling} actor={actor} choose={labels.choose} ui={ui}>
          {actor !== undefined && <Actions by={actor} {...{ state, act, labels }} />}
        </YourTurn>
      }
    >
      <MemoryTable
        {...{ state, before, actor, select }}
        caption={labels.tableOf(state.version, ui.position(clock.now, clock.end))}
        {...language}
      />
    </StoryFrame>
  )
}
