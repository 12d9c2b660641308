import { useEffect, useReducer } from 'preact/hooks'
import { clockFrom, pause, play, seek, tick, type Clock } from '#kit'

/** One beat: time to read a sentence. Nothing glides, so it is the same under reduced motion. */
const beat = 1600

export type ClockMove = 'play' | 'pause' | 'tick' | { readonly to: number; readonly end?: number }

export const moveClock = (clock: Clock, move: ClockMove): Clock => {
  if (move === 'play') return play(clock)
  if (move === 'pause') return pause(clock)
  if (move === 'tick') return tick(clock)
  return seek({ ...clock, end: move.end ?? clock.end }, move.to)
}

export const useClock = (end: number): readonly [Clock, (move: ClockMove) => void] => {
  const [clock, move] = useReducer(moveClock, clockFrom(end))
  useEffect(() => {
    if (!clock.running) return
    const timer = setInterval(() => move('tick'), beat)
    return () => clearInterval(timer)
  }, [clock.running])
  return [clock, move]
}
