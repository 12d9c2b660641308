/**
 * What a transcript has in the cluster: a namespace in which it may do everything, and a service account that may read
 * all the rest. So nothing of it can lie elsewhere, and whatever is left has a maker. `exclusive` ones are administrators.
 */
import type { Header } from '#transcript'
import type { Reach, Way } from './reach.ts'

export type Workplace = { namespace: string; kubeconfigFor(way: Way): string }

/** All that is asked of a cluster here. */
type Cluster = Pick<Reach, 'kubectl'>

const account = 'reader'

/** `namespaces/pod` → `namespaces-pod`, unless the header names one. */
export const namespaceOf = (id: string, header: Header): string =>
  header.namespace ??
  id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(-63)

export async function openWorkplace(cluster: Cluster, id: string, header: Header): Promise<Workplace> {
  const namespace = namespaceOf(id, header)
  const exclusive = header.needs.some(({ name }) => name === 'exclusive')
  await cluster.kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--timeout', '90s'])
  await cluster.kubectl(['apply', '--filename', '-'], JSON.stringify(objects(namespace, exclusive)))
  const token = await cluster.kubectl([
    'create',
    'token',
    account,
    '--namespace',
    namespace,
    '--duration',
    '2h',
  ])
  const admin = await cluster.kubectl([
    'config',
    'view',
    '--raw',
    '--minify',
    '--flatten',
    '--output',
    'json',
  ])
  return { namespace, kubeconfigFor: (way) => kubeconfigOf(admin, namespace, token.trim(), way) }
}

/** Containers are ended at once, for nobody waits for them any more. */
export async function closeWorkplace(cluster: Cluster, namespace: string): Promise<void> {
  const now = ['--grace-period', '0', '--force', '--wait=false', '--ignore-not-found']
  await cluster.kubectl(['delete', 'pods', '--all', '--namespace', namespace, ...now])
  await cluster.kubectl(['delete', 'namespace', namespace, '--wait=false', '--ignore-not-found'])
  await cluster.kubectl(['delete', 'clusterrolebinding', bindingOf(namespace), '--ignore-not-found'])
}

const bindingOf = (namespace: string): string => `nodebook-${namespace}`

function objects(namespace: string, exclusive: boolean): object {
  const group = 'rbac.authorization.k8s.io'
  const role = (name: string) => ({ apiGroup: group, kind: 'ClusterRole', name })
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace }]
  const readAll = {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'nodebook-reader' },
    rules: [
      { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
      { nonResourceURLs: ['*'], verbs: ['get'] },
    ],
  }
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } },
      readAll,
      {
        apiVersion: `${group}/v1`,
        kind: 'RoleBinding',
        metadata: { name: account, namespace },
        roleRef: role('cluster-admin'),
        subjects,
      },
      {
        apiVersion: `${group}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name: bindingOf(namespace) },
        roleRef: role(exclusive ? 'cluster-admin' : 'nodebook-reader'),
        subjects,
      },
    ],
  }
}

type Kubeconfig = { clusters: { cluster: Record<string, unknown> }[] }

/** JSON is YAML. What the administrator's says of the cluster, but for the way there. */
export function kubeconfigOf(
  admin: string,
  namespace: string,
  token: string,
  way: Omit<Way, 'leave'>,
): string {
  const [first] = (JSON.parse(admin) as Kubeconfig).clusters
  const { server, tlsName } = way
  const name = tlsName === undefined ? {} : { 'tls-server-name': tlsName }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'book', cluster: { ...name, ...first?.cluster, server } }],
    users: [{ name: account, user: { token } }],
    contexts: [{ name: 'book', context: { cluster: 'book', user: account, namespace } }],
    'current-context': 'book',
  })
}
