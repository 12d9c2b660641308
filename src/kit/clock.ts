/** A clock that never reads the real one: it can be played, paused, stepped and set back. */

export type Clock = {
  readonly now: number
  /** the last instant there is something to see at */
  readonly end: number
  readonly running: boolean
}

const within = (at: number, end: number): number => Math.min(Math.max(Math.trunc(at) || 0, 0), end)

export const clockFrom = (end: number, now = 0): Clock => ({ now: within(now, end), end, running: false })

/** Playing at the end starts again from the beginning. */
export const play = (clock: Clock): Clock =>
  clock.end === 0 ? clock : { ...clock, now: clock.now === clock.end ? 0 : clock.now, running: true }

export const pause = (clock: Clock): Clock => ({ ...clock, running: false })

/** Whoever moves the clock by hand stops it. */
export const seek = (clock: Clock, to: number): Clock => clockFrom(clock.end, to)

/** One beat of a running clock; it stops by itself at the end. */
export const tick = (clock: Clock): Clock => {
  if (!clock.running) return clock
  const now = within(clock.now + 1, clock.end)
  return { ...clock, now, running: now < clock.end }
}
