/** From Pod to files: the model `pod-cgroups`, its input typed by the reader. */
import { useState } from 'preact/hooks'
import { checkInput, leftOut, podCgroups, podIds } from '#models/pod-cgroups'
import { Announcer, useAddress, WidgetFrame, Words } from '#widgets/kit'
import { decode, encode } from './codec.ts'
import { draftOf, inputOf, isPodId, openPod, type Draft } from './draft.ts'
import { Editor } from './Editor.tsx'
import { FileTree } from './FileTree.tsx'
import type { Language } from './labels.ts'
import { podValues } from './sentences.ts'

export type ViewProps = {
  /** also the name under which the address holds the state */
  readonly id: string
  readonly pod?: string | undefined
}

const Switch = <V extends string>({
  name,
  label,
  values,
  value,
  change,
}: {
  readonly name: string
  readonly label: string
  readonly values: Readonly<Record<V, string>>
  readonly value: V
  readonly change: (value: V) => void
}) => (
  <span class="switch" role="radiogroup" aria-label={label}>
    {label}{' '}
    {(Object.keys(values) as V[]).map((each) => (
      <label key={each}>
        <input type="radio" name={name} checked={each === value} onChange={() => change(each)} />{' '}
        {values[each]}
      </label>
    ))}
  </span>
)

export const View = ({ id, pod, ...language }: ViewProps & Language) => {
  const { wording, ui, labels } = language
  const [draft, setDraft] = useState<Draft>(() => openPod(pod))
  const put = useAddress(id, encode(draft), (text) => {
    const found = decode(text)
    if (found) setDraft(found)
  })

  const input = inputOf(draft)
  const faults = checkInput(input)
  const files = faults.length === 0 ? podCgroups(input) : undefined
  const worded = faults.map((fault) => wording.faults[fault.is](fault))
  return (
    <WidgetFrame
      {...{ id, labels, put }}
      leftOut={leftOut.map((what) => wording.leftOut[what])}
      ui={{ ...ui, unchecked: labels.checked }}
    >
      <div class="scenario">
        <label>
          {labels.start}{' '}
          <select
            onChange={({ currentTarget: { value } }) => isPodId(value) && setDraft(draftOf(value, draft))}
          >
            {podIds.map((each) => (
              <option key={each} value={each} selected={each === (pod ?? podIds[0])}>
                {wording.pods[each].name}
              </option>
            ))}
          </select>
        </label>
        <Switch
          name={`${id}-version`}
          label={labels.version}
          values={labels.versions}
          value={draft.version}
          change={(version) => setDraft({ ...draft, version })}
        />
        {draft.version === 'v2' && (
          <Switch
            name={`${id}-weights`}
            label={labels.weights}
            values={labels.weightsOf}
            value={draft.weights}
            change={(weights) => setDraft({ ...draft, weights })}
          />
        )}
      </div>
      <Editor id={id} draft={draft} change={setDraft} labels={labels} />
      {files ? (
        <FileTree files={files} {...language} />
      ) : (
        <ul class="faults">
          {worded.map((text) => (
            <li key={text}>
              <Words text={text} />
            </li>
          ))}
        </ul>
      )}
      <Announcer
        text={files ? labels.says(files.qos, podValues(files)) : worded.join(' ').replaceAll('`', '')}
      />
      <p class="node">
        <small>
          <Words text={labels.node} />
        </small>
      </p>
    </WidgetFrame>
  )
}
