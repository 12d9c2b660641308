import { useEffect, useRef, useState } from 'preact/hooks'
import type { Clock } from '#kit'
import { useClock, type ClockMove } from '../use-clock.ts'
import { putFragment, useFragment } from '../use-fragment.ts'
import { decode, encode } from './codec.ts'
import type { Stage, Tale } from './stage.ts'
import { act, open, type Story } from './story.ts'

export type Telling<T extends Tale> = {
  readonly story: Story<T>
  readonly clock: Clock
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
  const untouched = useRef(true)
  const { now } = clock

  const show = (next: Story<T>, at: number) => {
    setStory(next)
    moveClock({ to: at, end: next.frames.length - 1 })
  }
  const put = () => putFragment(id, encode({ story, now }))

  useFragment(id, (text) => {
    const place = decode(stage, text)
    if (place) show(place.story, place.now)
  })
  // A page that is only read keeps the address it came with.
  useEffect(() => {
    if (!untouched.current) put()
    untouched.current = false
  }, [story, now])

  return {
    story,
    clock,
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
