/** The reader's own hand on the tree. What the story does next stands there already, to be changed. */
import { useState } from 'preact/hooks'
import { filesOf, findGroup, type Action, type Place, type State, type User } from '#models/cgroups'
import { Choice, type Strings } from '#widgets/kit'
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

const userIds: readonly User[] = ['root', 'user']

const below = (place: Place, name: string): Place =>
  place.endsWith('/') ? `${place}${name}` : `${place}/${name}`

const Write = ({ state, place, draft, change, act, full, labels }: Props) => {
  const { form, users } = labels
  const hierarchy = findGroup(state, place)?.hierarchy ?? 'unified'
  return (
    <form
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault()
        act({ do: 'write', at: place, ...draft })
      }}
    >
      <Choice
        unseen
        label={form.who}
        values={userIds}
        value={draft.by}
        choose={(by) => change({ ...draft, by })}
        show={(user) => users[user]}
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
      <Choice
        unseen
        label={form.file}
        values={filesOf(hierarchy).map(({ name }) => name)}
        value={draft.file}
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
  const [wanted, want] = useState(1)
  const { form, users } = labels
  const names = new Map(state.processes.map(({ id, user }) => [id, `${id} (${users[user]})`]))
  const ids = [...names.keys()]
  const id = names.has(wanted) ? wanted : ids[0]
  if (id === undefined) return null
  const born = Math.max(...ids) + 1
  const buttons: readonly (readonly [string, Action])[] = [
    [form.enter, { do: 'write', by: draft.by, at: place, file: 'cgroup.procs', text: String(id) }],
    [form.fork, { do: 'fork', by: id, as: born }],
    [form.exit, { do: 'exit', by: id }],
  ]
  return (
    <p class="choices">
      <Choice
        unseen
        label={form.process}
        values={ids}
        value={id}
        choose={want}
        show={(each) => names.get(each) ?? ''}
      />
      {buttons.map(([label, action]) => (
        <button key={label} type="button" disabled={full} onClick={() => act(action)}>
          {label}
        </button>
      ))}
    </p>
  )
}

export const WriteForm = (props: Props) => (
  <div class="your-turn write">
    <Write {...props} />
    <Groups {...props} />
    <Processes {...props} />
    <p class="choices">
      {props.full ? props.ui.full : null}
      <button type="button" onClick={props.again}>
        {props.ui.again}
      </button>
    </p>
  </div>
)
