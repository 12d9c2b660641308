/** What the reader has typed: always on show, even where it is no Pod yet. */
import type { Container, InitContainer, Pod, ResourceList } from '#kubernetes'
import { node, pods, podIds, type Input, type PodId, type Version, type Weights } from '#models/pod-cgroups'

export const kinds = ['container', 'sidecar', 'init'] as const
export type Kind = (typeof kinds)[number]

export const cells = ['cpu-request', 'cpu-limit', 'memory-request', 'memory-limit'] as const
export type Cell = (typeof cells)[number]

/** A cell that is empty is a line that the manifest does not have. */
export type Row = {
  readonly name: string
  readonly kind: Kind
  readonly amounts: Readonly<Record<Cell, string>>
}

export type Draft = {
  readonly version: Version
  readonly weights: Weights
  readonly rows: readonly [Row, ...Row[]]
}

export const mostRows = 5

const rowOf = (container: InitContainer, kind: Kind): Row => {
  const { requests = {}, limits = {} } = container.resources ?? {}
  return {
    name: container.name,
    kind,
    amounts: {
      'cpu-request': requests['cpu'] ?? '',
      'cpu-limit': limits['cpu'] ?? '',
      'memory-request': requests['memory'] ?? '',
      'memory-limit': limits['memory'] ?? '',
    },
  }
}

/** Containers first: a Pod has at least one. */
const rowsOf = (pod: Pod): Draft['rows'] => {
  const [first, ...others] = pod.containers
  return [
    rowOf(first, 'container'),
    ...others.map((each) => rowOf(each, 'container')),
    ...(pod.initContainers ?? []).map((each) => rowOf(each, each.restartPolicy ? 'sidecar' : 'init')),
  ]
}

export const isPodId = (text: string): text is PodId => podIds.some((id) => id === text)

export const draftOf = (id: PodId, how: Pick<Draft, 'version' | 'weights'>): Draft => ({
  ...how,
  rows: rowsOf(pods[id]),
})

/** For an author's mistake in a page, not for a reader's link: it throws. */
export const openPod = (id = 'burstable'): Draft => {
  if (!isPodId(id)) throw new Error(`pod-to-files: expected a Pod (${podIds.join(', ')}), got "${id}"`)
  return draftOf(id, { version: 'v2', weights: 'now' })
}

const list = (cpu: string, memory: string): ResourceList => ({
  ...(cpu ? { cpu } : {}),
  ...(memory ? { memory } : {}),
})

const containerOf = ({ name, amounts }: Row): Container => {
  const requests = list(amounts['cpu-request'], amounts['memory-request'])
  const limits = list(amounts['cpu-limit'], amounts['memory-limit'])
  return {
    name,
    resources: {
      ...(Object.keys(requests).length > 0 ? { requests } : {}),
      ...(Object.keys(limits).length > 0 ? { limits } : {}),
    },
  }
}

const isMain = ({ kind }: Row): boolean => kind === 'container'

/** The node is always the same, so that one thing changes at a time. */
export const inputOf = ({ version, weights, rows }: Draft): Input => {
  const [first, ...others] = rows.filter(isMain).map(containerOf)
  const initContainers = rows
    .filter((row) => !isMain(row))
    .map((row): InitContainer => ({
      ...containerOf(row),
      ...(row.kind === 'sidecar' ? { restartPolicy: 'Always' } : {}),
    }))
  const pod: Pod = {
    containers: [first ?? containerOf(rows[0]), ...others],
    ...(initContainers.length > 0 ? { initContainers } : {}),
  }
  return { pod, node, version, weights, neighbours: '1' }
}

const changeRow = (draft: Draft, at: number, change: (row: Row) => Row): Draft => {
  const [first, ...others] = draft.rows
  return {
    ...draft,
    rows: [at === 0 ? change(first) : first, ...others.map((row, i) => (i + 1 === at ? change(row) : row))],
  }
}

export const setCell = (draft: Draft, at: number, cell: Cell, text: string): Draft =>
  changeRow(draft, at, (row) => ({ ...row, amounts: { ...row.amounts, [cell]: text.trim() } }))

export const setKind = (draft: Draft, at: number, kind: Kind): Draft =>
  at === 0 ? draft : changeRow(draft, at, (row) => ({ ...row, kind }))

const names = ['web', 'log', 'cache', 'proxy', 'job', 'extra']

export const addRow = (draft: Draft): Draft => {
  if (draft.rows.length >= mostRows) return draft
  const name = names.find((one) => draft.rows.every((row) => row.name !== one)) ?? `c${draft.rows.length}`
  return { ...draft, rows: [...draft.rows, rowOf({ name }, 'container')] }
}

/** The first stays. */
export const removeRow = (draft: Draft, at: number): Draft => {
  const [first, ...others] = draft.rows
  return { ...draft, rows: [first, ...others.filter((_, i) => i + 1 !== at)] }
}
