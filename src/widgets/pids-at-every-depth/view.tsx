/** PIDs at every depth: the model `namespaces`, seen instant by instant. */
import { useState } from 'preact/hooks'
import { leftOut, scenarios, uncheckable } from '#models/namespaces'
import {
  Agreement,
  Announcer,
  CopyLink,
  plain,
  Reasons,
  Transport,
  Words,
  type AgreementRecord,
} from '#widgets/kit'
import { Guess } from './Guess.tsx'
import type { Language } from './labels.ts'
import { ProcessTable } from './ProcessTable.tsx'
import { actorAt } from './rows.ts'
import { happeningAt, sentenceOf, type Happening } from './sentences.ts'
import { longest } from './story.ts'
import { useStory, type Telling } from './use-story.ts'
import { YourTurn } from './YourTurn.tsx'

export type ViewProps = {
  /** also the name under which the address holds the state */
  readonly id: string
  readonly scenario?: string | undefined
  readonly record?: AgreementRecord | undefined
}

const Scenarios = ({ telling, wording, labels }: Language & { readonly telling: Telling }) => (
  <div class="scenario">
    <label>
      {labels.scenario}{' '}
      <select onChange={(event) => telling.start(event.currentTarget.value)}>
        {scenarios.map(({ id }) => (
          <option key={id} value={id} selected={id === telling.story.scenario}>
            {wording.scenarios[id].name}
          </option>
        ))}
      </select>
    </label>
    <span>{wording.scenarios[telling.story.scenario].about}</span>
  </div>
)

const Happened = ({ happening, ui, labels }: Language & { readonly happening: Happening | undefined }) => (
  <div class="happened">
    {happening ? (
      <p class={happening.failed ? 'failed' : 'went'}>
        <Words text={sentenceOf(happening)} />
      </p>
    ) : (
      <p>{labels.start}</p>
    )}
    <Reasons reasons={happening?.reasons ?? []} ui={ui} />
  </div>
)

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const telling = useStory(id, scenario)
  const [wanted, select] = useState<number>()
  const { story, clock, moveClock } = telling
  const { now } = clock
  const happening = happeningAt(wording, story, now)
  const sentence = plain(happening ? sentenceOf(happening) : labels.start)
  const actor = actorAt(story, now, wanted)
  return (
    <section class="widget" id={id} aria-label={labels.title}>
      <header>
        <b>{labels.title}</b> <span>{labels.subtitle}</span>
      </header>
      <Scenarios telling={telling} {...language} />
      <ProcessTable
        story={story}
        now={now}
        actor={actor?.id}
        select={select}
        caption={labels.tableOf(ui.position(now, clock.end))}
        {...language}
      />
      <Transport id={id} clock={clock} move={moveClock} now={sentence} ui={ui} />
      <Happened happening={happening} {...language} />
      <Guess story={story} now={now} reveal={(to) => moveClock({ to })} {...language} />
      <Announcer text={[sentence, ...(happening?.reasons ?? []).map(({ text }) => plain(text))].join(' ')} />
      <YourTurn
        actor={actor}
        act={telling.act}
        again={() => telling.start(story.scenario)}
        full={story.frames.length > longest}
        labels={labels}
      />
      <p class="links">
        <CopyLink put={telling.put} ui={ui} />
      </p>
      <Agreement
        record={record}
        leftOut={leftOut.map((what) => wording.leftOut[what])}
        uncheckable={uncheckable.map((rule) => wording.uncheckable[rule])}
        ui={ui}
      />
    </section>
  )
}
