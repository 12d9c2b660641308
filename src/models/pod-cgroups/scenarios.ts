/** Pods to begin with, each chosen for one thing that it shows. */
import type { Pod } from '#kubernetes'
import type { Input, Node } from './types.ts'

export const node: Node = {
  cpu: '4',
  memory: '16Gi',
  reserved: { cpu: '200m', memory: '512Mi' },
  pids: 32_768,
}

const equal = { cpu: '500m', memory: '256Mi' }

export const pods = {
  burstable: {
    containers: [
      {
        name: 'web',
        resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } },
      },
    ],
  },
  guaranteed: { containers: [{ name: 'web', resources: { requests: equal, limits: equal } }] },
  'best-effort': { containers: [{ name: 'web' }] },
  'one-without': {
    containers: [
      {
        name: 'web',
        resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } },
      },
      { name: 'log', resources: { requests: { cpu: '50m', memory: '500M' } } },
    ],
  },
  sidecar: {
    initContainers: [
      { name: 'proxy', restartPolicy: 'Always', resources: { requests: { cpu: '100m', memory: '64Mi' } } },
      { name: 'migrate', resources: { requests: { cpu: '1', memory: '512Mi' } } },
    ],
    containers: [{ name: 'web', resources: { requests: { cpu: '250m', memory: '128Mi' } } }],
  },
} as const satisfies Record<string, Pod>

export type PodId = keyof typeof pods

export const podIds = Object.keys(pods) as PodId[]

export const defaultInput: Input = {
  pod: pods.burstable,
  node,
  version: 'v2',
  weights: 'now',
  neighbours: '1',
}
