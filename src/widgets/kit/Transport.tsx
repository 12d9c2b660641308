import type { Clock } from '#kit'
import { keyMove } from './key-move.ts'
import type { Strings } from './strings/types.ts'
import type { ClockMove } from './use-clock.ts'

type Props = {
  readonly id: string
  readonly clock: Clock
  readonly move: (move: ClockMove) => void
  /** what the instant shows, for who cannot see it */
  readonly now: string
  readonly ui: Strings
}

export const Transport = ({ id, clock, move, now, ui }: Props) => {
  const { running, end } = clock
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const wanted = keyMove(event.key, clock, event.target instanceof HTMLButtonElement)
    if (wanted === undefined) return
    event.preventDefault()
    move(wanted)
  }
  const button = (label: string, sign: string, to: ClockMove) => (
    <button type="button" aria-label={label} title={label} onClick={() => move(to)}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <div
      class="transport"
      role="group"
      aria-label={ui.transport}
      aria-describedby={`${id}-keys`}
      onKeyDown={onKeyDown}
    >
      {button(ui.back, '◀', { to: clock.now - 1 })}
      {running ? button(ui.pause, '❚❚', 'pause') : button(ui.play, '▶', 'play')}
      {button(ui.forward, '▶|', { to: clock.now + 1 })}
      <input
        type="range"
        min={0}
        max={end}
        value={clock.now}
        aria-label={ui.instant}
        aria-valuetext={`${ui.position(clock.now, end)}: ${now}`}
        onInput={(event) => move({ to: Number(event.currentTarget.value) })}
      />
      <output aria-hidden="true">{`${clock.now}/${end}`}</output>
      <span class="unseen" id={`${id}-keys`}>
        {ui.keys}
      </span>
    </div>
  )
}
