/** The tree and its files: the model `cgroups`, written to by hand. */
import { useState } from 'preact/hooks'
import { leftOut, twinOf, type Action, type Place, type TreeTale, type Version } from '#models/cgroups'
import { isNext, StoryFrame, useStory, type Telling, type ViewProps } from '#widgets/kit'
import { draftAt, openAt, type Draft } from './draft.ts'
import { FileTable } from './FileTable.tsx'
import { GroupTree } from './GroupTree.tsx'
import type { Labels, Language } from './labels.ts'
import { machineAt, speechOf, stage, versionIn } from './stage.ts'
import { WriteForm } from './WriteForm.tsx'

/** A link stays short. */
const longest = 30

const versions: readonly Version[] = ['v2', 'v1']

/** The same on the other generation. */
const Versions = ({ telling, labels }: { readonly telling: Telling<TreeTale>; readonly labels: Labels }) => {
  const { story, start } = telling
  const own = versionIn(story)
  return (
    <p class="versions" role="group" aria-label={labels.version}>
      {versions.map((version) => (
        <button
          key={version}
          type="button"
          aria-pressed={version === own}
          onClick={() => (version === own ? undefined : start(twinOf(story.scenario)))}
        >
          {labels.version} {version}
        </button>
      ))}
    </p>
  )
}

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, stage, scenario)
  const { story, clock } = telling
  const { now } = clock
  const state = machineAt(story, now)
  // What the reader has chosen or typed holds for this moment alone, from the first drawing of the next one on.
  const [chosen, chooseAt] = useState<{ story: typeof story; now: number; place: Place }>()
  const choose = (place: Place) => chooseAt({ story, now, place })
  const place = chosen?.story === story && chosen.now === now ? chosen.place : openAt(story, now)
  const [typed, type] = useState<{ story: typeof story; now: number; place: Place; draft: Draft }>()
  const change = (draft: Draft) => type({ story, now, place, draft })
  const isTyped = typed?.story === story && typed.now === now && typed.place === place
  const draft = isTyped ? typed.draft : draftAt(story, now, place)
  const act = (action: Action) => {
    const move = { ...action, on: versionIn(story) }
    if (isNext(story, now, move)) telling.moveClock({ to: now + 1 })
    else telling.act(move)
  }
  return (
    <StoryFrame
      {...{ id, telling, record, labels, ui }}
      speech={speechOf(wording)}
      words={labels}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      yourTurn={
        <WriteForm
          {...{ state, place, draft, change, act, labels, ui }}
          again={() => telling.start(story.scenario)}
          full={story.frames.length > longest}
        />
      }
    >
      <Versions telling={telling} labels={labels} />
      <GroupTree {...{ state, choose, labels }} open={place} />
      <FileTable
        {...{ state, place, labels }}
        before={now > 0 ? machineAt(story, now - 1) : undefined}
        file={draft.file}
        choose={(file) => change({ ...draft, file })}
      />
    </StoryFrame>
  )
}
