import type { Clock } from '#kit'
import type { ClockMove } from './use-clock.ts'

/** Which move of the clock a key asks for; undefined leaves the key to the browser. */
export const keyMove = (key: string, clock: Clock, onButton: boolean): ClockMove | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return { to: clock.now - 1 }
    case 'ArrowRight':
      return { to: clock.now + 1 }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: clock.end }
    case ' ':
      if (onButton) return undefined
      return clock.running ? 'pause' : 'play'
    default:
      return undefined
  }
}
