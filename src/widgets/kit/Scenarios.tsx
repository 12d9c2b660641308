import type { Strings } from './strings/types.ts'
import { plain, Words } from './Words.tsx'

type Props<Id extends string> = {
  readonly ids: readonly Id[]
  readonly current: Id
  readonly words: Readonly<Record<Id, { readonly name: string; readonly about: string }>>
  readonly start: (id: string) => void
  readonly ui: Strings
}

/** What to begin with, and what the chosen one is about. */
export const Scenarios = <Id extends string>({ ids, current, words, start, ui }: Props<Id>) => (
  <div class="scenario">
    <label>
      {ui.scenario}{' '}
      <select onChange={(event) => start(event.currentTarget.value)}>
        {ids.map((id) => (
          <option key={id} value={id} selected={id === current}>
            {plain(words[id].name)}
          </option>
        ))}
      </select>
    </label>
    <span>
      <Words text={words[current].about} />
    </span>
  </div>
)
