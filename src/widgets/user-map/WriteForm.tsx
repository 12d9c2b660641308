/** The reader's own hand on the maps. What the story writes next stands there already, to be changed. */
import { useState } from 'preact/hooks'
import { findProcess, nameOf, type Action, type State } from '#models/namespaces'
import { actors, sudo } from '#models/namespaces/host'
import { Choice, type Strings } from '#widgets/kit'
import { files, mostText, readDraft, targets, type Draft } from './draft.ts'
import type { Labels } from './labels.ts'

type Props = {
  readonly id: string
  readonly state: State
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly act: (action: Action) => void
  readonly again: () => void
  /** there is no room for more in a link */
  readonly full: boolean
  readonly labels: Labels
  readonly ui: Strings
}

type Choice = readonly [string, Action]

const otherMoves = (by: number, { form }: Labels): readonly Choice[] => [
  [form.clone, { do: 'clone', by, comm: 'dash', kinds: ['user'] }],
  [form.uts, { do: 'unshare', by, kinds: ['uts'] }],
  [form.drop, { do: 'drop', by }],
]

const More = ({
  state,
  by,
  act,
  again,
  full,
  labels,
  ui,
}: Omit<Props, 'id' | 'draft' | 'change'> & { readonly by: number }) => {
  const process = full || by === sudo ? undefined : findProcess(state, by)
  return (
    <p class="choices">
      {full ? ui.full : null}
      {process ? <small>{labels.form.as(nameOf(process))}</small> : null}
      {(process ? otherMoves(by, labels) : []).map(([label, action]) => (
        <button key={label} type="button" onClick={() => act(action)}>
          {label}
        </button>
      ))}
      <button type="button" onClick={again}>
        {ui.again}
      </button>
    </p>
  )
}

export const WriteForm = (props: Props) => {
  const { id, state, draft, change, act, full, labels } = props
  const [wrong, setWrong] = useState(false)
  const edit = (part: Partial<Draft>) => {
    setWrong(false)
    change({ ...draft, ...part })
  }
  const { form } = labels
  const names = new Map(actors(state).map((process) => [process.id, nameOf(process)]))
  return (
    <div class="your-turn write">
      <form
        aria-label={form.title}
        onSubmit={(event) => {
          event.preventDefault()
          const read = readDraft(draft)
          setWrong(!read)
          if (read) act(read)
        }}
      >
        <Choice
          unseen
          label={form.who}
          values={[...names.keys()]}
          value={draft.by}
          choose={(by) => edit({ by })}
          show={(by) => names.get(by) ?? ''}
        />
        <span>{form.writes}</span>
        <textarea
          aria-label={form.lines}
          aria-describedby={`${id}-wrong`}
          rows={Math.max(1, draft.text.split('\n').length)}
          spellcheck={false}
          maxLength={mostText}
          value={draft.text}
          onInput={(event) => edit({ text: event.currentTarget.value })}
        />
        <span>{form.to}</span>
        <select
          aria-label={form.file}
          onChange={(event) => {
            const [of, at] = event.currentTarget.value.split(' ').map(Number)
            const file = files[at ?? 0] ?? 'uid'
            edit({ of: of ?? draft.of, file, ...(file === 'setgroups' ? { text: 'deny' } : {}) })
          }}
        >
          {targets(state).flatMap((of) =>
            files.map((file, at) => (
              <option
                key={`${of} ${file}`}
                value={`${of} ${at}`}
                selected={of === draft.of && file === draft.file}
              >
                /proc/{of}/{file === 'setgroups' ? file : `${file}_map`}
              </option>
            )),
          )}
        </select>
        <button type="submit" disabled={full}>
          {form.write}
        </button>
      </form>
      <p id={`${id}-wrong`} role="alert" class="wrong">
        {wrong ? form.wrong : null}
      </p>
      <More {...props} by={draft.by} />
    </div>
  )
}
