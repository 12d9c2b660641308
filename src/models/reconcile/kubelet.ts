/** One turn of a kubelet, for one Pod: start it, start it again after its back-off, or see it end. */
import { changePod, remove } from './change.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Pod, State } from './types.ts'

/** Images whose container ends right after its start. */
export const crashing: readonly string[] = ['broken']

/** The first restart is at once; then ten seconds, doubled with each up to five minutes (doBackOff in the kubelet). */
export const backOff = (restarts: number): number =>
  restarts === 0 ? 0 : Math.min(300, 10 * 2 ** (restarts - 1))

export const tend = (state: State, pod: Pod): Step => {
  const { uid, phase, restarts, startsAt } = pod
  const subject = String(uid)
  if (phase === 'terminating')
    return done(remove(state, uid), [because('reconcile/pod-ended', subject, { pod: uid })])
  if (phase === 'ready' || (startsAt !== undefined && startsAt > state.now)) return done(state)
  if (!crashing.includes(pod.template.image))
    return done(changePod(state, uid, { phase: 'ready' }), [
      because('reconcile/container-started', subject, { pod: uid }),
    ])
  const again = phase === 'backing-off' ? restarts + 1 : restarts
  const seconds = backOff(again)
  return done(
    changePod(state, uid, { phase: 'backing-off', restarts: again, startsAt: state.now + seconds }),
    [because('reconcile/back-off', subject, { pod: uid, restarts: again, seconds })],
  )
}
