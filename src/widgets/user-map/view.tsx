/** User map: the model `namespaces`, asked whose a number is, and what a capability counts for. */
import { useEffect, useState } from 'preact/hooks'
import { leftOut, type IdFile } from '#models/namespaces'
import { wayOut } from '#models/namespaces/host'
import { isNext, StoryFrame, useStory, type ViewProps } from '#widgets/kit'
import { draftAt, fileAt, longest, stateAt } from './draft.ts'
import { IdTable } from './IdTable.tsx'
import type { Language } from './labels.ts'
import { MadeFile } from './MadeFile.tsx'
import { speechOf, stage } from './stage.ts'
import { useMade } from './use-made.ts'
import { WorthTable } from './WorthTable.tsx'
import { WriteForm } from './WriteForm.tsx'

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const { story, clock } = telling
  const { now } = clock
  const state = stateAt(story, now)
  const [draft, change] = useState(() => draftAt(story, now))
  const [wanted, want] = useState<IdFile>()
  useEffect(() => {
    change(draftAt(story, now))
    want(undefined)
  }, [story, now])
  const [made, make] = useMade(id, story, now)
  const file = wanted ?? fileAt(story, now)
  const way = wayOut(state, made.user, file, made.id)
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={labels}
      leftOut={[...leftOut.map((what) => wording.leftOut[what]), ...labels.leftOut]}
      yourTurn={
        <WriteForm
          {...{ id, state, draft, labels, ui }}
          change={(next) => {
            change(next)
            if (next.file !== draft.file) want(next.file === 'uid' ? 'uid' : 'gid')
          }}
          act={(move) => (isNext(story, now, move) ? telling.moveClock({ to: now + 1 }) : telling.act(move))}
          again={() => telling.start(story.scenario)}
          full={story.frames.length > longest}
        />
      }
    >
      <IdTable {...{ state, file, ...language }} owner={way.leads === 'to-host' ? way.id : undefined} />
      <MadeFile {...{ state, made, make, ...language }} />
      <WorthTable {...{ state, labels }} />
    </StoryFrame>
  )
}
