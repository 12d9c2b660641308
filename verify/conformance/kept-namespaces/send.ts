/** A case as the actors read it: each bind mount is told where, which the model decides by itself. */
import { init, settle, step, type Action, type Input } from '#models/kept-namespaces'
import type { Case } from '#conformance'

export const send = ({ input, actions }: Case<Input, Action>): readonly unknown[] => {
  let state = init(input)
  return actions.map((action) => {
    const free = 1 + Math.max(0, ...state.mounts.map(({ at }) => at))
    state = settle(step(state, action).state)
    return action.do === 'bind' ? { ...action, at: free } : action
  })
}
