/** List and watch: the model `list-watch`, the server beside what a client believes, instant by instant. */
import { leftOut, uncheckable } from '#models/list-watch'
import { StoryFrame, useStory, YourTurn, type ViewProps } from '#widgets/kit'
import { Actions } from './Actions.tsx'
import { CacheTable } from './CacheTable.tsx'
import type { Language } from './labels.ts'
import { speechOf, stage } from './story.ts'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const { clock, state, before, act } = telling
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={labels.words}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      uncheckable={uncheckable.map((rule) => wording.uncheckable[rule])}
      yourTurn={
        <YourTurn telling={telling} actor={labels.everyone} choose={labels.choose} ui={ui}>
          <Actions {...{ state, act, labels }} />
        </YourTurn>
      }
    >
      <CacheTable
        {...{ state, before }}
        caption={labels.tableOf(ui.position(clock.now, clock.end))}
        {...language}
      />
    </StoryFrame>
  )
}
