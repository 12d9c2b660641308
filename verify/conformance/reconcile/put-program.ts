/** One program: each deed done, all that follows from it waited for, and what there is then. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deed } from '#models/reconcile'
import { act, type Stage } from './act.ts'
import type { Kubelet } from './kubelet.ts'
import type { Pod } from './objects.ts'
import { atRest } from './rest.ts'
import type { Scene } from './scene.ts'
import type { Seen } from './seen.ts'
import { viewOf } from './view.ts'
import { writtenOf, type Written } from './written.ts'

/** Milliseconds: of silence before all is taken for at rest, and between two looks. */
export const silence = 700
const look = 20

/** undefined where it was not done after so many milliseconds. */
export const putProgram = async (
  stage: Stage,
  deeds: readonly Deed[],
  longest: number,
): Promise<readonly Seen[] | undefined> => {
  const deadline = performance.now() + longest
  const seen: Seen[] = []
  for (const deed of deeds) {
    await nextSecond(stage.scene)
    stage.scene.mark()
    const { outcome, written } = await act(stage, deed)
    const isKnown = () => !written || stage.scene.knows(written)
    if (!(await settle(stage, isKnown, deed.do === 'tend-all', deadline))) return undefined
    seen.push({ outcome, view: viewOf(stage.scene), way: stage.scene.way() })
  }
  return seen
}

/** Ages are kept in seconds. Of two sets that were made in the same one, controllers take the name for the age. */
const nextSecond = async ({ sets }: Scene): Promise<void> => {
  const made = [...sets.values()].map(({ metadata }) => Date.parse(metadata.creationTimestamp))
  await sleep(Math.max(0, ...made.map((at) => at + 1000 - Date.now())))
}

const settle = async (
  { scene, kubelet }: Stage,
  isKnown: () => boolean,
  isKubeletAwake: boolean,
  deadline: number,
): Promise<boolean> => {
  const begun = performance.now()
  const isTended = isKubeletAwake ? tendAll(scene, kubelet) : () => true
  for (;;) {
    const done = isTended() && isKnown()
    const now = performance.now()
    if (done && atRest(scene) && Math.min(scene.quiet(), now - begun) >= silence) return true
    if (now > deadline) return false
    await sleep(look)
  }
}

/** Each call tends whoever is due; true once nobody is, and all that was written is known. */
const tendAll = (scene: Scene, kubelet: Kubelet): (() => boolean) => {
  // By Pod, what its last turn wrote: until that is known it is not looked at again.
  const busy = new Map<string, 'asked' | Written>()
  const tend = async (pod: Pod): Promise<void> => {
    const { uid } = pod.metadata
    busy.set(uid, 'asked')
    const written = writtenOf(await kubelet.tend(pod))
    if (written) busy.set(uid, written)
    else busy.delete(uid)
  }
  return () => {
    for (const [uid, written] of busy) if (written !== 'asked' && scene.knows(written)) busy.delete(uid)
    const due = [...scene.pods.values()].filter((pod) => kubelet.isDue(pod))
    for (const pod of due) if (!busy.has(pod.metadata.uid)) void tend(pod)
    return due.length === 0 && busy.size === 0
  }
}
