/**
 * The objects that a program makes. Their Pods are bound to a node that does not exist, so that no scheduler and no kubelet
 * cares for them: the harness is their kubelet. Kubernetes collects such Pods after 40 s; a program is quicker.
 */
import type { Action, Labels } from '#models/reconcile'

type Create = Extract<Action, { do: 'create' }>

const podSpec = (node: string, image: string): object => ({
  nodeName: node,
  automountServiceAccountToken: false,
  containers: [{ name: 'main', image }],
})

export const deploymentOf = ({ name, replicas, image, strategy }: Create, node: string): object => {
  const { type, ...rollingUpdate } = strategy
  return {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      strategy: type === 'Recreate' ? { type } : { type, rollingUpdate },
      template: { metadata: { labels: { app: name } }, spec: podSpec(node, image) },
    },
  }
}

export const podOf = (labels: Labels, image: string, node: string): object => ({
  ...{ apiVersion: 'v1', kind: 'Pod' },
  metadata: { generateName: 'bare-', labels },
  spec: podSpec(node, image),
})
