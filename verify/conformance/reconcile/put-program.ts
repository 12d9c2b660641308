/** One program: each deed done, all that follows from it waited for, and what there is then. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deed } from '#models/reconcile'
import { act, type Stage } from './act.ts'
import { atRest } from './rest.ts'
import type { Seen } from './seen.ts'
import { viewOf } from './view.ts'

/** Milliseconds: of silence before all is taken for at rest, and between two looks. */
export const silence = 500
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
    stage.scene.mark()
    const { outcome, written } = await act(stage, deed)
    const isKnown = () => !written || stage.scene.knows(written)
    if (!(await settle(stage, isKnown, deed.do === 'tend-all', deadline))) return undefined
    seen.push({ outcome, view: viewOf(stage.scene), way: stage.scene.way() })
  }
  return seen
}

const settle = async (
  { scene, kubelet }: Stage,
  isKnown: () => boolean,
  isKubeletAwake: boolean,
  deadline: number,
): Promise<boolean> => {
  const begun = performance.now()
  const tended = new Set<unknown>()
  const isTended = (): boolean => {
    const due = [...scene.pods.values()].filter((pod) => kubelet.isDue(pod))
    // Each state of a Pod is an object of its own.
    for (const pod of due.filter((each) => !tended.has(each))) {
      tended.add(pod)
      void kubelet.tend(pod).catch(() => {}) // a Pod that went in the meantime
    }
    return due.length === 0
  }
  for (;;) {
    const done = (!isKubeletAwake || isTended()) && isKnown()
    const now = performance.now()
    if (done && atRest(scene) && Math.min(scene.quiet(), now - begun) >= silence) return true
    if (now > deadline) return false
    await sleep(look)
  }
}
