/** Moves that nothing can come of: no event to read, no connection to cut. */
import { pending } from './client.ts'
import type { Action, State } from './types.ts'

export const isIdle = (state: State, { do: move }: Action): boolean => {
  const { client, version, forgotten } = state
  const watching = client.phase === 'watching'
  switch (move) {
    case 'watch':
      return client.phase === 'new' || watching
    case 'receive':
      return !watching || pending(state).length === 0
    case 'bookmark':
      return !watching || pending(state).length > 0 || client.at === version
    case 'cut':
      return !watching
    case 'compact':
      return forgotten === version
    default:
      return false
  }
}
