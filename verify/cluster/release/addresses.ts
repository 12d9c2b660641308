/** Where releases are fetched from; K3S_MIRROR names another place with the same folders. */
import type { Pin } from './pins.ts'

const releasePage = 'https://github.com/k3s-io/k3s/releases/download'

export type Addresses = { binary: string; checksums: string }

export function addressesOf({ version, architecture }: Pin, env = process.env): Addresses {
  const base = `${(env['K3S_MIRROR'] || releasePage).replace(/\/$/, '')}/${encodeURIComponent(version)}`
  const file = architecture === 'amd64' ? 'k3s' : `k3s-${architecture}`
  return { binary: `${base}/${file}`, checksums: `${base}/sha256sum-${architecture}.txt` }
}

/** `<sha256>  k3s`: a line for each file of the release. */
export function readChecksum(text: string, { architecture }: Pin): string | undefined {
  const file = architecture === 'amd64' ? 'k3s' : `k3s-${architecture}`
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/))
  return lines.find(([sha256, name]) => name === file && /^[0-9a-f]{64}$/.test(sha256 ?? ''))?.[0]
}
