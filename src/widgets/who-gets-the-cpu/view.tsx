/** Who gets the CPU: the model `cpu-time`, seen over one period. */
import { useState } from 'preact/hooks'
import { leftOut } from '#models/cpu-time'
import {
  Announcer,
  plain,
  Prediction,
  Reasons,
  Scenarios,
  WidgetFrame,
  wordReason,
  type ViewProps,
} from '#widgets/kit'
import { Bars } from './Bars.tsx'
import { Group } from './Group.tsx'
import type { Language } from './labels.ts'
import { most, rebuild, turn } from './machine.ts'
import { resultOf, type Result } from './result.ts'
import { scenarios, type Scenario } from './scenarios.ts'
import { useMachine } from './use-machine.ts'

type Shown = ReturnType<typeof useMachine>

const MachineChoice = ({ shown, labels }: Language & { readonly shown: Shown }) => {
  const { machine, set } = shown
  const choice = (label: string, chosen: boolean, cpus: number, pinned: boolean) => (
    <button type="button" aria-pressed={chosen} onClick={() => set(rebuild(machine, cpus, pinned))}>
      {label}
    </button>
  )
  return (
    <div class="choices machine" role="group" aria-label={labels.machine}>
      {Array.from({ length: most.cpus }, (_, at) =>
        choice(labels.cpus(at + 1), machine.cpus === at + 1, at + 1, machine.pinned),
      )}
      <span aria-hidden="true">·</span>
      {choice(labels.pinned, machine.pinned, machine.cpus, true)}
      {choice(labels.moved, !machine.pinned, machine.cpus, false)}
    </div>
  )
}

/** What the model says comes of the change, whatever the reader has turned since. */
const answerOf = ({ places, machine, question }: Scenario): number =>
  resultOf(places, turn(machine, question.at, question.to)).rows.find(({ name }) => name === question.of)
    ?.gets ?? 0

const Guess = ({ shown, wording, labels, ui }: Language & { readonly shown: Shown }) => {
  const [chosen, choose] = useState<string>()
  const { scenario, set } = shown
  const { question, machine } = scenario
  const answer = answerOf(scenario)
  return (
    <Prediction
      question={labels.questions[scenario.id]}
      choices={question.choices.map((cpus) => ({
        id: String(cpus),
        text: wording.share(cpus),
        right: Math.abs(cpus - answer) < 0.001,
      }))}
      chosen={chosen}
      choose={(id) => {
        choose(id)
        set(turn(machine, question.at, question.to))
      }}
      ui={ui}
    />
  )
}

const sentenceOf = ({ rows }: Result, { wording, labels }: Language): string =>
  rows.map(({ name, gets }) => `${name}: ${labels.gets(wording.share(gets))}`).join('; ')

export const View = ({ id, scenario, record, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const shown = useMachine(id, scenario)
  const { machine, set } = shown
  const { places } = shown.scenario
  const result = resultOf(places, machine)
  return (
    <WidgetFrame
      kind="who-gets-the-cpu"
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
      <MachineChoice shown={shown} {...language} />
      <Bars machine={machine} result={result} labels={labels} wording={wording} />
      <ul class="groups" aria-label={labels.groups}>
        {result.rows.map((row, at) => (
          <Group
            key={row.name}
            row={row}
            knobs={machine.groups[at] ?? { weight: 100, quota: undefined, loops: [] }}
            pinned={machine.pinned}
            turn={(to) => set(turn(machine, at, to))}
            {...language}
          />
        ))}
      </ul>
      {result.general.length > 0 ? (
        <Reasons reasons={result.general.map(wordReason(wording.reasons))} ui={ui} />
      ) : null}
      <Guess key={shown.scenario.id} shown={shown} {...language} />
      <Announcer text={plain(sentenceOf(result, language))} />
    </WidgetFrame>
  )
}
