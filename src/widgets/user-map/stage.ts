/** What these stories are played on: the model, with the host made of one of its user namespaces. */
import { step, type Move, type State } from '#models/namespaces'
import { actors, begin, scenarios, sudo, type UserTale } from '#models/namespaces/host'
import { wordReason, type Speech, type Stage } from '#widgets/kit'
import { namespacesSpeech, namespacesStage } from '#widgets/kit/story/namespaces.ts'
import type { Wording } from '#wording/namespaces'
import { outward } from './outward.ts'

/** As many user namespaces as a page has room for, the host and the model's own outermost among them. */
export const mostUsers = 6

/** Root only writes: what it would make belongs to a second user, and the model has one. */
export const isOffered = (state: State, move: Move): boolean => {
  const isActor = (pid: number) => actors(state).some(({ id }) => id === pid)
  if (!isActor(move.by)) return false
  if (move.do === 'map' || move.do === 'setgroups') return isActor(move.of)
  if (move.do === 'clone' || move.do === 'unshare') return move.by !== sudo && state.users.length < mostUsers
  return move.do === 'drop' && move.by !== sudo
}

export const stage: Stage<UserTale> = {
  ...namespacesStage<UserTale>('user-map', scenarios),
  init: begin,
  step: (state, move) =>
    isOffered(state, move) ? step(state, move) : { state, outcome: { is: 'left-out' }, trace: [] },
}

export const speechOf = (wording: Wording): Speech<UserTale> => ({
  ...namespacesSpeech<UserTale>(wording),
  reason: (reason) => wordReason(wording.reasons)(outward(reason)),
})
