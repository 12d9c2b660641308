/** The reader's own hand on the tree. What the story does next stands there already, to be changed. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { filesOf, findGroup, type Action, type Place, type State, type User } from '#models/cgroups'
import type { Strings } from '#widgets/kit'
import type { Draft } from './draft.ts'
import type { Labels } from './labels.ts'
import { mostText } from './stage.ts'

type Props = {
  readonly state: State
  readonly place: Place
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly act: (action: Action) => void
  readonly again: () => void
  /** there is no room for more in a link */
  readonly full: boolean
  readonly labels: Labels
  readonly ui: Strings
}

type SelectProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly from: readonly (readonly [T, string])[]
  readonly choose: (value: T) => void
}

const Select = <T extends string>({ label, value, from, choose }: SelectProps<T>) => (
  <select aria-label={label} onChange={(event) => choose(event.currentTarget.value as T)}>
    {from.map(([each, name]) => (
      <option key={each} value={each} selected={each === value}>
        {name}
      </option>
    ))}
  </select>
)

const below = (place: Place, name: string): Place =>
  place.endsWith('/') ? `${place}${name}` : `${place}/${name}`

const Write = ({ state, place, draft, change, act, full, labels }: Props) => {
  const { form, users } = labels
  const hierarchy = findGroup(state, place)?.hierarchy ?? 'unified'
  const names = filesOf(hierarchy).map(({ name }) => [name, name] as const)
  return (
    <form
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault()
        act({ do: 'write', at: place, ...draft })
      }}
    >
      <Select<User>
        label={form.who}
        value={draft.by}
        from={[['root', users.root] as const, ['user', users.user] as const]}
        choose={(by) => change({ ...draft, by })}
      />
      <code>echo</code>
      <input
        type="text"
        aria-label={form.text}
        spellcheck={false}
        autocapitalize="off"
        maxLength={mostText}
        value={draft.text}
        onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
      />
      <code>&gt; {below(place, '')}</code>
      <Select
        label={form.file}
        value={draft.file}
        from={names}
        choose={(file) => change({ ...draft, file })}
      />
      <button type="submit" disabled={full}>
        {form.write}
      </button>
    </form>
  )
}

const Groups = ({ place, draft, act, full, labels }: Props) => {
  const [name, setName] = useState('b')
  const { form } = labels
  const { by } = draft
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act({ do: 'mkdir', by, at: below(place, name) })
      }}
    >
      <code>{below(place, '')}</code>
      <input
        type="text"
        class="short"
        aria-label={form.child}
        required
        pattern="[a-z][a-z0-9\-]*"
        maxLength={12}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" disabled={full}>
        {form.make}
      </button>
      <button type="button" disabled={full} onClick={() => act({ do: 'rmdir', by, at: place })}>
        {form.remove} {place}
      </button>
      <button type="button" disabled={full} onClick={() => act({ do: 'delegate', at: place, to: 'user' })}>
        {form.give}
      </button>
    </form>
  )
}

const Processes = ({ state, place, draft, act, full, labels }: Props) => {
  const [wanted, want] = useState('1')
  const { form, users } = labels
  const ids = state.processes.map(({ id, user }) => [String(id), `${id} (${users[user]})`] as const)
  const chosen = ids.find(([id]) => id === wanted)?.[0] ?? ids[0]?.[0]
  if (chosen === undefined) return null
  const id = Number(chosen)
  const born = Math.max(...state.processes.map((process) => process.id)) + 1
  const buttons: readonly (readonly [string, Action])[] = [
    [form.enter, { do: 'write', by: draft.by, at: place, file: 'cgroup.procs', text: chosen }],
    [form.fork, { do: 'fork', by: id, as: born }],
    [form.exit, { do: 'exit', by: id }],
  ]
  return (
    <p class="choices">
      <Select label={form.process} value={chosen} from={ids} choose={want} />
      {buttons.map(([label, action]) => (
        <button key={label} type="button" disabled={full} onClick={() => act(action)}>
          {label}
        </button>
      ))}
    </p>
  )
}

const Turn = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="your-turn write">{children}</div>
)

export const WriteForm = (props: Props) => (
  <Turn>
    <Write {...props} />
    <Groups {...props} />
    <Processes {...props} />
    <p class="choices">
      {props.full ? props.ui.full : null}
      <button type="button" onClick={props.again}>
        {props.ui.again}
      </button>
    </p>
  </Turn>
)
