import type { Step } from './result.ts'
import { because } from './rules.ts'
import type { State } from './types.ts'

/** Only who has heard everything is told how far everything goes. */
export const bookmark = (state: State): Step => {
  const { client, version } = state
  return {
    state: { ...state, client: { ...client, at: version } },
    outcome: { is: 'done' },
    trace: [because('list-watch/bookmarked', '', { from: client.at, to: version })],
  }
}
