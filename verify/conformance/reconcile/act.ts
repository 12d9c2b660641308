/** A deed as requests to the API, and the answer in the model's words. */
import { canonicalKey } from '#kit'
import type { Deed, Outcome, PodKind } from '#models/reconcile'
import type { Answer, Api } from './api.ts'
import type { Kubelet } from './kubelet.ts'
import { deploymentOf, podOf } from './manifests.ts'
import { pathOf, type Pod } from './objects.ts'
import type { Scene } from './scene.ts'
import { kindOf, meant, nameOf } from './view.ts'
import { writtenOf, type Written } from './written.ts'

export type Stage = {
  readonly api: Api
  readonly scene: Scene
  readonly kubelet: Kubelet
  readonly namespace: string
  /** the node that this program's Pods are bound to */
  readonly node: string
}

const merge = 'application/merge-patch+json'
const jsonPatch = 'application/json-patch+json'

export type Acted = { readonly outcome: Outcome; readonly written?: Written }

export const act = async (stage: Stage, deed: Deed): Promise<Acted> => {
  switch (deed.do) {
    case 'wait':
      stage.kubelet.wait(deed.seconds)
      return { outcome: { is: 'done' } }
    case 'tend-all':
      return { outcome: { is: 'done' } }
    case 'tend': {
      const pod = findPod(stage.scene, deed.pod)
      return pod ? actedOf(await stage.kubelet.tend(pod)) : { outcome: { is: 'no-turn' } }
    }
    default:
      return actedOf(await request(stage, deed))
  }
}

const actedOf = (answer: Answer): Acted => {
  const outcome = outcomeOf(answer)
  const written = outcome.is === 'done' ? writtenOf(answer) : undefined
  return { outcome, ...(written ? { written } : {}) }
}

/** Pods of a kind are equal, so that any of them will do. */
const findPod = (scene: Scene, kind: PodKind): Pod | undefined =>
  [...scene.pods.values()].find((pod) => canonicalKey(kindOf(scene, pod)) === canonicalKey(kind))

const podsIn = (namespace: string): string => `${pathOf.pods}/namespaces/${namespace}/pods`

/** Where there is no such Pod, one is asked for that nobody has. */
const nobody = ({ api, namespace }: Stage): Promise<Answer> => api.ask('GET', `${podsIn(namespace)}/nobody`)

const request = (
  stage: Stage,
  deed: Exclude<Deed, { do: 'wait' | 'tend-all' | 'tend' }>,
): Promise<Answer> => {
  const { api, scene, namespace, node } = stage
  const deployments = `${pathOf.deployments}/namespaces/${namespace}/deployments`
  const pods = podsIn(namespace)
  switch (deed.do) {
    case 'create':
      return api.ask('POST', deployments, deploymentOf(deed, node))
    case 'create-pod':
      return api.ask('POST', pods, podOf(meant(scene, deed.labels), deed.image, node))
    case 'scale':
      return api.ask('PATCH', `${deployments}/${deed.name}`, { spec: { replicas: deed.replicas } }, merge)
    case 'scale-set': {
      const set =
        [...scene.sets.values()].find((each) => nameOf(each) === deed.set)?.metadata.name ?? 'nobody'
      const path = `${pathOf.replicasets}/namespaces/${namespace}/replicasets/${set}`
      return api.ask('PATCH', path, { spec: { replicas: deed.replicas } }, merge)
    }
    case 'pause':
    case 'resume':
      return api.ask('PATCH', `${deployments}/${deed.name}`, { spec: { paused: deed.do === 'pause' } }, merge)
    case 'set-image': {
      const path = '/spec/template/spec/containers/0/image'
      return api.ask(
        'PATCH',
        `${deployments}/${deed.name}`,
        [{ op: 'replace', path, value: deed.image }],
        jsonPatch,
      )
    }
    case 'delete':
      return api.ask('DELETE', `${deployments}/${deed.name}`, { propagationPolicy: deed.propagation })
    case 'delete-pod': {
      const pod = findPod(scene, deed.pod)
      return pod ? api.ask('DELETE', `${pods}/${pod.metadata.name}`) : nobody(stage)
    }
    case 'relabel-pod': {
      const pod = findPod(scene, deed.pod)
      const value = meant(scene, deed.labels)
      return pod
        ? api.ask(
            'PATCH',
            `${pods}/${pod.metadata.name}`,
            [{ op: 'replace', path: '/metadata/labels', value }],
            jsonPatch,
          )
        : nobody(stage)
    }
  }
}

/** Throws on an answer that no model foresees: that is no observation. */
const outcomeOf = ({ status, body }: Answer): Outcome => {
  const reason = (body as { readonly reason?: string } | null)?.reason
  if (status >= 200 && status < 300) return { is: 'done' }
  if (status === 404) return { is: 'NotFound' }
  if (status === 409 && reason === 'AlreadyExists') return { is: 'AlreadyExists' }
  if (status === 422) return { is: 'Invalid' }
  throw new Error(`reconcile: the API answered ${status}: ${JSON.stringify(body).slice(0, 300)}`)
}
