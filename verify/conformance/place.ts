/** Where cases are put: a target of `verify`, with the generation of cgroups that the name stands for. */
import type { Target as Name } from '#conformance'
import type { Environment } from '#ledger'
import { parseTranscript, type Target as TargetName, type Transcript } from '#transcript'
import { loadTargets, type Order, type SuppliedFile, type Target } from '#verify/targets/index.ts'

const machines: Readonly<Record<Name, { readonly on: TargetName; readonly needs: readonly string[] }>> = {
  host: { on: 'host', needs: [] },
  vm: { on: 'vm', needs: [] },
  'vm-v1': { on: 'vm', needs: ['cgroup-v1'] },
  k3s: { on: 'k3s', needs: [] },
}

export type Place = {
  readonly name: Name
  readonly target: Target
  /** What a session is opened with, as if a transcript had these needs. */
  readonly order: (id: string, needs: readonly string[], files: readonly SuppliedFile[]) => Order
  readonly probe: () => Promise<Environment>
}

export type Found = { readonly place: Place } | { readonly missing: string }

export const findPlace = async (name: Name, say: (line: string) => void): Promise<Found> => {
  const { on, needs } = machines[name]
  const target = (await loadTargets([on])).get(on)
  await target?.prepare?.(say)
  const available = await target?.available()
  if (!target || !available) return { missing: 'it is not built yet.' }
  if (!available.ok) return { missing: `${available.missing} is missing. ${available.todo}` }
  const order: Place['order'] = (id, more, files) => ({
    id,
    transcript: transcriptWith(id, on, [...new Set([...needs, ...more])]),
    files,
    keep: false,
  })
  const probe = async () => (await target.probe(transcriptWith('conformance', on, needs).header)).environment
  return { place: { name, target, order, probe } }
}

/** Whether cases could be put there now; nothing is fetched for it. */
export const hasPlace = async (name: Name): Promise<boolean> => {
  const { on } = machines[name]
  const available = await (await loadTargets([on])).get(on)?.available()
  return available?.ok ?? false
}

const transcriptWith = (id: string, on: TargetName, needs: readonly string[]): Transcript => {
  const wanted = needs.length > 0 ? `needs: ${needs.join(', ')}\n` : ''
  const parsed = parseTranscript(`targets: ${on}\n${wanted}---\n== cases\n$ true\n`, id)
  if (!parsed.ok) throw new Error(`${id}: expected needs that a transcript may have, got ${needs.join(', ')}`)
  return parsed.transcript
}
