import { useState } from 'preact/hooks'
import type { Clock, Tale } from '#kit'
import { frameAt } from '../history.ts'
import { useAddress } from '../use-address.ts'
import { useClock, type ClockMove } from '../use-clock.ts'
import { decode, encode } from './codec.ts'
import type { Stage } from './stage.ts'
import { act, open, type Story } from './story.ts'

export type Telling<T extends Tale> = {
  readonly story: Story<T>
  readonly clock: Clock
  readonly state: T['state']
  /** an instant earlier; undefined at the first */
  readonly before: T['state'] | undefined
  readonly moveClock: (move: ClockMove) => void
  readonly start: (scenario: string) => void
  /** the reader's own move; what follows from it by itself is then played */
  readonly act: (move: T['move']) => void
  /** puts the state into the address */
  readonly put: () => void
}

export const useStory = <T extends Tale>(
  id: string,
  stage: Stage<T>,
  scenario: string | undefined,
): Telling<T> => {
  const [story, setStory] = useState(() => open(stage, scenario))
  const [clock, moveClock] = useClock(story.frames.length - 1)
  const { now } = clock

  const show = (next: Story<T>, at: number) => {
    setStory(next)
    moveClock({ to: at, end: next.frames.length - 1 })
  }
  const put = useAddress(id, encode({ story, now }), (text) => {
    const place = decode(stage, text)
    if (place) show(place.story, place.now)
  })

  return {
    story,
    clock,
    state: frameAt(story.frames, now).state,
    before: now > 0 ? frameAt(story.frames, now - 1).state : undefined,
    moveClock,
    put,
    start: (id) => show(open(stage, id), 0),
    act: (move) => {
      const next = act(story, now, move)
      show(next, now + 1)
      if (next.frames.length > now + 2) moveClock('play')
    },
  }
}
