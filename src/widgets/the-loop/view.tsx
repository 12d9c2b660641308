/** The loop: the model `reconcile`, turn by turn, with what each controller would do next. */
import { leftOut, played } from '#models/reconcile'
import { longest, StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { Actions } from './Actions.tsx'
import type { Language } from './labels.ts'
import { NextSteps } from './NextSteps.tsx'
import { ObjectTable } from './ObjectTable.tsx'
import { speechOf, stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const { story, clock, state, before, act } = telling
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={wording}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      uncheckable={played.map((rule) => wording.played[rule])}
      yourTurn={
        <YourTurn telling={telling} actor="kubectl" choose={labels.choose} ui={ui}>
          <Actions {...{ state, act, labels }} />
        </YourTurn>
      }
    >
      <ObjectTable
        {...{ state, before }}
        caption={labels.tableOf(ui.position(clock.now, clock.end))}
        {...language}
      />
      <NextSteps {...{ state, act }} full={story.frames.length > longest} {...language} />
    </StoryFrame>
  )
}
