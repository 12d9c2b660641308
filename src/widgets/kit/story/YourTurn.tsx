import type { ComponentChildren } from 'preact'
import type { Tale } from '#kit'
import type { Strings } from '../strings/types.ts'
import { longest } from './story.ts'
import type { Telling } from './use-story.ts'

type Props<T extends Tale> = {
  readonly telling: Telling<T>
  /** who acts; undefined: nobody can any more */
  readonly actor: string | undefined
  /** how to choose who acts */
  readonly choose: string
  readonly ui: Strings
  readonly children?: ComponentChildren
}

/** The reader's own hand on the system: whatever the kernel would let anyone try. */
export const YourTurn = <T extends Tale>({ telling, actor, choose, ui, children }: Props<T>) => {
  const { story, start } = telling
  const full = story.frames.length > longest
  const again = (
    <button type="button" onClick={() => start(story.scenario)}>
      {ui.again}
    </button>
  )
  return (
    <details class="your-turn">
      <summary>{ui.yourTurn}</summary>
      {actor !== undefined && !full ? (
        <div role="group" aria-label={ui.as(actor)}>
          <p>
            <b>{ui.as(actor)}</b> <small>{choose}</small>
          </p>
          {children}
          <p class="choices">{again}</p>
        </div>
      ) : (
        <p class="choices">
          {full ? ui.full : ui.nobody} {again}
        </p>
      )}
    </details>
  )
}
