/** Names and numbers of a cluster. All that it makes on the machine bears its name, so that it can be found without notes. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const prefix = 'nodebook-cluster-'

const pattern = /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/

export function checkName(name: string): string {
  if (pattern.test(name)) return name
  throw new Error(`--name: expected a word of a–z, 0–9 and -, at most 20 letters; got ${name}.`)
}

export const markOf = (name: string): string => `${prefix}${name}`

/** Where clusters of this user keep their files. */
export const clustersFolder = (env = process.env): string =>
  process.getuid?.() === 0 ? '/run' : env['XDG_RUNTIME_DIR'] || tmpdir()

export const folderOf = (name: string): string => join(clustersFolder(), markOf(name))

/** Every cluster has a network to itself, so all have the same addresses, and records of them agree. */
export const network = { server: '10.77.0.1', bridge: '10.77.0.254', prefixLength: 24 } as const

export type NodeName = 'server' | `agent-${number}`

export const nodeNames = (agents: number): readonly NodeName[] => [
  'server',
  ...Array.from({ length: agents }, (_, index): NodeName => `agent-${index + 1}`),
]

export const addressOf = (node: NodeName): string =>
  node === 'server' ? network.server : `10.77.0.${Number(node.slice('agent-'.length)) + 1}`
