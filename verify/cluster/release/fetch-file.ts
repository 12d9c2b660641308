/**
 * Fetches one large file: with progress, taken up again where the connection was cut, checked, and put into place only
 * when whole. Whatever goes wrong, no half file is left; a run that was killed leaves one that the next one removes.
 */
import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isGone, nameOf, readOwner, thisProcess } from '#verify/sandbox/owner.ts'

export type Progress = (bytes: number, all: number | undefined) => void

export type Wanted = {
  url: string
  file: string
  sha256: string
  onProgress: Progress
  /** How often a cut connection is taken up again, and the pause before each. */
  resumes?: number
  pause?: number
}

export async function fetchFile(wanted: Wanted): Promise<void> {
  const { url, file, sha256 } = wanted
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  sweepParts(folder)
  const part = join(folder, `${nameOf(thisProcess())}-${basename(file)}.part`)
  try {
    await download(wanted, part)
    const got = await hashFile(part)
    if (got !== sha256)
      throw new Error(
        `${url}: expected sha256 ${sha256}, got ${got}. It was thrown away; try again, or another mirror.`,
      )
    chmodSync(part, 0o755)
    renameSync(part, file)
  } catch (error) {
    throw explain(error, folder)
  } finally {
    rmSync(part, { force: true })
  }
}

async function download(
  { url, onProgress, resumes = 5, pause = 1_000 }: Wanted,
  part: string,
): Promise<void> {
  const handle = await open(part, 'w')
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (await append(url, handle, onProgress)) return
      } catch (error) {
        if (isFinal(error)) throw error
        if (attempt >= resumes)
          throw new Error(
            `${url}: the connection was cut ${attempt + 1} times (${reason(error)}). Try again later.`,
            {
              cause: error,
            },
          )
      }
      await sleep(pause)
    }
  } finally {
    await handle.close()
  }
}

/** Goes on behind what is there. False where the connection ended early. */
async function append(url: string, handle: FileHandle, onProgress: Progress): Promise<boolean> {
  const { size } = await handle.stat()
  const response = await fetch(url, size > 0 ? { headers: { Range: `bytes=${size}-` } } : {})
  if (response.status === 416) return true
  if (!response.ok || !response.body)
    throw new Refusal(`${url}: expected the file, got ${response.status} ${response.statusText}.`)
  const resumed = response.status === 206
  if (!resumed) await handle.truncate(0)
  let at = resumed ? size : 0
  const length = response.headers.get('content-length')
  const all = length === null ? undefined : at + Number(length)
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    await writeAll(handle, chunk, at)
    at += chunk.length
    onProgress(at, all)
  }
  return all === undefined || at >= all
}

async function writeAll(handle: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, at + written)
    written += bytesWritten
  }
}

/** What the server says is not better for being asked again. */
class Refusal extends Error {}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
const reason = (error: unknown): string => {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message : message
}
const diskFaults = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const isFinal = (error: unknown): boolean => error instanceof Refusal || diskFaults.has(codeOf(error) ?? '')

function explain(error: unknown, folder: string): unknown {
  if (!diskFaults.has(codeOf(error) ?? '')) return error
  return new Error(
    `${folder}: expected room for the download, got a full disk (${codeOf(error)}). Free some, or let NODEBOOK_CACHE name another folder.`,
    { cause: error },
  )
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = name.endsWith('.part') ? readOwner(name) : undefined
    if (owner && isGone(owner) && statSync(join(folder, name), { throwIfNoEntry: false }))
      rmSync(join(folder, name))
  }
}
