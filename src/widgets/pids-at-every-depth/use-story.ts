import { useEffect, useRef, useState } from 'preact/hooks'
import type { Clock } from '#kit'
import type { Action } from '#models/namespaces'
import { putFragment, useClock, useFragment, type ClockMove } from '#widgets/kit'
import { decode, encode } from './codec.ts'
import { act, open, type Story } from './story.ts'

export type Telling = {
  readonly story: Story
  readonly clock: Clock
  readonly moveClock: (move: ClockMove) => void
  readonly start: (scenario: string) => void
  /** the reader's own move; what follows from it by itself is then played */
  readonly act: (action: Action) => void
  /** puts the state into the address */
  readonly put: () => void
}

export const useStory = (id: string, scenario: string | undefined): Telling => {
  const [story, setStory] = useState(() => open(scenario))
  const [clock, moveClock] = useClock(story.frames.length - 1)
  const untouched = useRef(true)
  const { now } = clock

  const show = (next: Story, at: number) => {
    setStory(next)
    moveClock({ to: at, end: next.frames.length - 1 })
  }
  const put = () => putFragment(id, encode({ story, now }))

  useFragment(id, (text) => {
    const place = decode(text)
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
    start: (id) => show(open(id), 0),
    act: (action) => {
      const next = act(story, now, action)
      show(next, now + 1)
      if (next.frames.length > now + 2) moveClock('play')
    },
  }
}
