/** Names of the Kubernetes namespaces that programs run in: they tell whose they are, so that what a killed run left goes. */
import { startOf } from '#verify/sandbox/owner.ts'
import type { Api } from './api.ts'

const pattern = /^reconcile-(\d+)-(\d+)-\d+$/

export const namespaceOf = (hand: number): string =>
  `reconcile-${process.pid}-${startOf(process.pid) ?? '0'}-${hand}`

/** Whether its maker has ended. */
export function isAbandoned(name: string, startedAs = startOf): boolean {
  const [, pid, started] = pattern.exec(name) ?? []
  return pid !== undefined && startedAs(Number(pid)) !== started
}

type Namespaces = { items: readonly { metadata: { name: string } }[] }

/** Not waited for. */
export async function sweepNamespaces({ ask }: Api): Promise<void> {
  const { items } = (await ask('GET', '/api/v1/namespaces')).body as Namespaces
  const names = items.map(({ metadata }) => metadata.name).filter((name) => isAbandoned(name))
  await Promise.all(names.map((name) => ask('DELETE', `/api/v1/namespaces/${name}`)))
}
