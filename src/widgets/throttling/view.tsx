/** Throttling: the model `cpu-time` with requests under a quota, event by event. */
import { useMemo, useState } from 'preact/hooks'
import { group, isThrottled, leftOut, rateAt } from '#models/cpu-time'
import {
  Announcer,
  frameAt,
  plain,
  Prediction,
  Reasons,
  Scenarios,
  Transport,
  WidgetFrame,
  wordReason,
  type ViewProps,
} from '#widgets/kit'
import { FigureTable } from './FigureTable.tsx'
import type { Language } from './labels.ts'
import { Picture } from './Picture.tsx'
import { answerOf, choices, scenarios } from './scenarios.ts'
import { figuresOf, turn } from './service.ts'
import { Settings } from './Settings.tsx'
import type { Timeline } from './timeline.ts'
import { useService, type Shown } from './use-service.ts'

type Part = Language & { readonly shown: Shown }

const sentenceAt = (timeline: Timeline, now: number, { wording, labels }: Language): string => {
  const { state } = frameAt(timeline, now)
  const left = wording.time(state.accounts[group]?.left ?? 0)
  const rate = rateAt(state, group)
  if (isThrottled(state, group)) return `${labels.at(wording.time(state.now))}: ${labels.held(left)}`
  const does = rate > 0 ? labels.state(wording.share(rate), left) : labels.sleeps(left)
  return `${labels.at(wording.time(state.now))}: ${does}`
}

const Guess = ({ shown, labels, ui }: Part) => {
  const [chosen, choose] = useState<string>()
  const { scenario, set } = shown
  // Two more services played to their end: not before somebody has guessed.
  const answer = useMemo(() => chosen && answerOf(scenario), [scenario, chosen])
  return (
    <Prediction
      question={labels.questions[scenario.id]}
      choices={choices.map((id) => ({ id, text: labels.choices[id], right: id === answer }))}
      chosen={chosen}
      choose={(id) => {
        choose(id)
        set(turn(scenario.knobs, scenario.to))
      }}
      ui={ui}
    />
  )
}

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const shown = useService(id, scenario)
  const { knobs, timeline, clock, moveClock } = shown
  const figures = useMemo(() => figuresOf(knobs), [knobs])
  const reasons = (frameAt(timeline, clock.now).made?.trace ?? []).map(wordReason(wording.reasons))
  const sentence = sentenceAt(timeline, clock.now, language)
  const most = {
    cpus: knobs.threads,
    left: (knobs.quota + knobs.burst) * 1000,
    period: knobs.period * 1000,
  }
  return (
    <WidgetFrame
      kind="throttling"
      name={labels.scenarios[shown.scenario.id].name}
      put={shown.put}
      again={() => shown.start(shown.scenario.id)}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      {...{ id, labels, record, ui }}
    >
      <Scenarios
        ids={scenarios.map(({ id }) => id)}
        current={shown.scenario.id}
        words={labels.scenarios}
        start={shown.start}
        ui={ui}
      />
      <Settings knobs={knobs} set={shown.set} labels={labels} />
      <Picture timeline={timeline} now={clock.now} most={most} {...language} />
      <Transport id={id} clock={clock} move={moveClock} now={sentence} ui={ui} />
      <div class="happened">
        <p>{sentence}</p>
        <Reasons reasons={reasons} ui={ui} />
      </div>
      <FigureTable figures={figures} labels={labels} wording={wording} />
      <Guess key={shown.scenario.id} shown={shown} {...language} />
      <Announcer text={[sentence, ...reasons.map(({ text }) => plain(text))].join(' ')} />
    </WidgetFrame>
  )
}
