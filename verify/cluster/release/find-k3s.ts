/** Which k3s is run: K3S_BIN, one on the PATH, or a pinned release out of the cache, fetched when it is not there yet. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, findProgram, runProgram } from '#verify/program/index.ts'
import { addressesOf, readChecksum } from './addresses.ts'
import { fetchFile, hashFile, type Progress } from './fetch-file.ts'
import { findPin, isPinned, type Pin } from './pins.ts'

export type K3s = {
  file: string
  version: string
  sha256: string
  /** False for a build from source: its checksum is none that k3s' makers have published. */
  release: boolean
}

export type Search = {
  /** `--k3s-version`: this release and no other. */
  version?: string | undefined
  onProgress: Progress
  say: (line: string) => void
}

export async function findK3s(search: Search, env = process.env): Promise<K3s> {
  if (search.version === undefined) {
    const own = ownK3s(env)
    if (own !== undefined) return identify(own)
  }
  const pin = findPin(search.version)
  const file = cachedFile(pin, env)
  if (!existsSync(file)) await fetchRelease(pin, file, search, env)
  return { ...(await identify(file)), release: true }
}

/** What needs no network; undefined where a release would have to be fetched. */
export function k3sHere(env = process.env): string | undefined {
  const own = ownK3s(env)
  if (own !== undefined) return own
  const file = cachedFile(findPin(), env)
  return existsSync(file) ? file : undefined
}

function ownK3s(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['K3S_BIN']
  const found = findProgram([named || 'k3s'], env)
  if (named && found === undefined)
    throw new Error(`K3S_BIN: expected a program, got ${named}, which cannot be run.`)
  return found
}

const cachedFile = ({ version, architecture }: Pin, env: NodeJS.ProcessEnv): string =>
  join(cacheFolder('k3s', env), `k3s-${version}-${architecture}`)

async function fetchRelease(pin: Pin, file: string, { onProgress, say }: Search, env: NodeJS.ProcessEnv) {
  const { binary, checksums } = addressesOf(pin, env)
  say(`Fetching k3s ${pin.version} (about 75 MB, once) from ${new URL(binary).host}`)
  const sha256 = pin.sha256 ?? (await fetchChecksum(checksums, pin))
  await fetchFile({ url: binary, file, sha256, onProgress })
}

async function fetchChecksum(url: string, pin: Pin): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: expected the release's checksums, got ${response.status}.`)
  const sha256 = readChecksum(await response.text(), pin)
  if (sha256 === undefined) throw new Error(`${url}: expected a line for k3s, found none.`)
  return sha256
}

/** `k3s version v1.36.2+k3s1 (…)`. */
export async function identify(file: string): Promise<K3s> {
  const { code, stdout, stderr } = await runProgram(file, ['--version'], { timeout: 60_000 })
  const version = /^k3s version (\S+)/m.exec(stdout)?.[1]
  if (code !== 0 || version === undefined)
    throw new Error(
      `${file}: expected “k3s version …” from --version, got ${code}: ${`${stdout}${stderr}`.trim()}`,
    )
  const sha256 = await hashFile(file)
  return { file, version, sha256, release: isPinned(sha256) }
}
