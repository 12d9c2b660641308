/** Where programs run: a Kubernetes namespace for each hand, emptied between two programs, gone at the end. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Real } from '../real.ts'
import type { Deed } from '#models/reconcile'
import { openApi, type Api } from './api.ts'
import { openKubelet } from './kubelet.ts'
import { namespaceOf, sweepNamespaces } from './namespaces.ts'
import { pathOf, type Kind } from './objects.ts'
import { putProgram, silence } from './put-program.ts'
import { openScene, type Scene } from './scene.ts'
import type { Input, Seen } from './seen.ts'
import { openCluster } from '#verify/targets/k3s/cluster.ts'

const kindsOf = Object.keys(pathOf) as readonly Kind[]

/**
 * Milliseconds. Kubernetes collects Pods of a node that does not exist after 40 s at the earliest; what is slower than
 * this on a busy machine is begun anew.
 */
const longest = 36_000

type Workshop = { readonly api: Api; readonly scenes: Map<string, Scene> }

const openWorkshop = async (): Promise<Workshop> => {
  // The target has brought it up for its probe, and takes it down.
  const { note } = await openCluster(0, (line) => console.error(line))
  const api = await openApi(note)
  await sweepNamespaces(api)
  const scenes = new Map<string, Scene>()
  for (const kind of kindsOf)
    await api.watch(`${pathOf[kind]}/${kind}`, (change) => {
      const { namespace } = (change.object as { metadata: { namespace: string } }).metadata
      scenes.get(namespace)?.hear(kind, change)
    })
  return { api, scenes }
}

const openNamespace = async ({ api }: Workshop, name: string): Promise<void> => {
  const made = await api.ask('POST', '/api/v1/namespaces', { metadata: { name } })
  if (made.status !== 201) throw new Error(`reconcile: no namespace ${name}: ${JSON.stringify(made.body)}`)
  // Its controller would make one too; Pods are refused until then.
  await api.ask('POST', `/api/v1/namespaces/${name}/serviceaccounts`, { metadata: { name: 'default' } })
}

/** For a while: a controller that is behind may still make something. */
const empty = async ({ api }: Workshop, namespace: string, scene: Scene): Promise<void> => {
  const isEmpty = () => scene.deployments.size + scene.sets.size + scene.pods.size === 0
  for (let left = 300; !isEmpty() || scene.quiet() < silence; left--) {
    if (left === 0) throw new Error(`reconcile: namespace ${namespace} could not be emptied`)
    for (const kind of isEmpty() ? [] : kindsOf)
      await api.ask('DELETE', `${pathOf[kind]}/namespaces/${namespace}/${kind}`, { gracePeriodSeconds: 0 })
    await sleep(100)
  }
}

export const openHands = (count: number): readonly Real<Input, Deed, Seen>[] => {
  let workshop: Promise<Workshop> | undefined
  let programs = 0
  return Array.from({ length: count }, (_, hand): Real<Input, Deed, Seen> => {
    const namespace = namespaceOf(hand + 1)
    let opened: Promise<void> | undefined
    const see = async (deeds: readonly Deed[], tries: number): Promise<readonly Seen[]> => {
      const shop = await (workshop ??= openWorkshop())
      await (opened ??= openNamespace(shop, namespace))
      const scene = openScene()
      shop.scenes.set(namespace, scene)
      const pods = `${pathOf.pods}/namespaces/${namespace}/pods`
      const seen = await putProgram(
        {
          ...{ api: shop.api, scene, namespace, kubelet: openKubelet(shop.api, pods) },
          node: `none-${process.pid}-${++programs}`,
        },
        deeds,
        longest,
      )
      await empty(shop, namespace, scene)
      if (seen) return seen
      if (tries === 0) throw new Error(`the program was not at rest after ${longest} ms, again and again`)
      return see(deeds, tries - 1)
    }
    return {
      lacks: () => undefined,
      see: ({ actions }) => see(actions, 3),
      end: async () => {
        const shop = await workshop?.catch(() => undefined)
        if (!shop || !opened) return
        try {
          await shop.api.ask('DELETE', `/api/v1/namespaces/${namespace}`)
        } finally {
          // A proxy that is left running would keep this program from ending.
          shop.scenes.delete(namespace)
          if (shop.scenes.size === 0) shop.api.end()
        }
      },
    }
  })
}
