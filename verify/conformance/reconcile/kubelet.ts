/** The part of a kubelet that controllers see: it tells how a Pod's container does, and lets go of a Pod that has ended. */
import { backOff, crashing } from '#models/reconcile'
import type { Answer, Api } from './api.ts'
import { isReady, isTerminating, type Pod } from './objects.ts'

export type Kubelet = {
  /** Whether it would do something for this Pod now. */
  readonly isDue: (pod: Pod) => boolean
  readonly tend: (pod: Pod) => Promise<Answer>
  readonly wait: (seconds: number) => void
}

const restartsOf = ({ status }: Pod): number => status.containerStatuses[0]?.restartCount ?? 0
const isCrashing = ({ spec }: Pod): boolean => spec.containers.some(({ image }) => crashing.includes(image))

/** Time is the program's own: nobody waits for a back-off. */
export const openKubelet = ({ ask }: Api, path: string): Kubelet => {
  const startsAt = new Map<string, number>()
  let now = 0
  const isDue: Kubelet['isDue'] = (pod) =>
    isTerminating(pod) || (!isReady(pod) && (startsAt.get(pod.metadata.uid) ?? now) <= now)

  const tend: Kubelet['tend'] = async (pod) => {
    const { name, uid } = pod.metadata
    if (isTerminating(pod))
      return ask('DELETE', `${path}/${name}`, { gracePeriodSeconds: 0, preconditions: { uid } })
    if (!isDue(pod)) return { status: 200, body: null }
    const crashes = isCrashing(pod)
    const restarts = pod.status.phase === 'Running' ? restartsOf(pod) + 1 : 0
    const status = statusOf(crashes, restarts)
    const answer = await ask('PATCH', `${path}/${name}/status`, { status }, 'application/merge-patch+json')
    if (crashes && answer.status === 200) startsAt.set(uid, now + backOff(restarts))
    return answer
  }
  return { isDue, tend, wait: (seconds) => void (now += seconds) }
}

const statusOf = (crashing: boolean, restartCount: number): object => {
  const status = crashing ? 'False' : 'True'
  const at = new Date().toISOString().replace(/\.\d+/, '')
  const state = crashing ? { waiting: { reason: 'CrashLoopBackOff' } } : { running: { startedAt: at } }
  return {
    phase: 'Running',
    conditions: ['Ready', 'ContainersReady'].map((type) => ({ type, status, lastTransitionTime: at })),
    containerStatuses: [
      { name: 'main', image: 'none', imageID: '', ready: !crashing, started: !crashing, restartCount, state },
    ],
  }
}
