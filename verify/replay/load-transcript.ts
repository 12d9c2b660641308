/** Reads a transcript and the files that it names. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { UsedFiles } from '#ledger'
import { formatFault, parseTranscript } from '#transcript'
import type { SuppliedFile } from '../targets/types.ts'
import type { Loaded } from './types.ts'

export type Load = { ok: true; loaded: Loaded } | { ok: false; faults: string[] }

/** `file` is absolute; what is shown is its way from `root`, where it stands below it. */
export async function loadTranscript(file: string, root: string): Promise<Load> {
  const shown = shownFrom(root, file)
  const folder = dirname(file)
  let source: string
  try {
    source = await readFile(file, 'utf8')
  } catch (error) {
    return { ok: false, faults: [`${shown}: expected a transcript, got ${(error as Error).message}`] }
  }
  const parsed = parseTranscript(source, shown)
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map(formatFault) }
  const { transcript } = parsed
  const read = await Promise.all(transcript.header.uses.map((path) => readUsed(folder, path)))
  const files = read.filter((each) => each !== undefined)
  const absent = transcript.header.uses.filter((_, at) => read[at] === undefined)
  if (absent.length > 0) return { ok: false, faults: absent.map((path) => absentFault(shown, path)) }
  return { ok: true, loaded: { id: idOf(file, root), transcript, folder, files } }
}

const absentFault = (shown: string, path: string): string =>
  `${shown}:1:1  expected the file "${path}" beside the transcript, got none\n  Add the file, or remove it from "uses:".`

async function readUsed(folder: string, path: string): Promise<SuppliedFile | undefined> {
  try {
    const file = join(folder, path)
    const { mode } = await stat(file)
    return { path, content: await readFile(file), mode: mode & 0o777 }
  } catch {
    return undefined
  }
}

export const usedFiles = ({ files }: Loaded): UsedFiles =>
  new Map(files.map(({ path, content }) => [path, content]))

export function shownFrom(root: string, file: string): string {
  const way = relative(root, file)
  return way.startsWith('..') || isAbsolute(way) ? file : way
}

/** `chapter/name` in the book. Elsewhere the way from the root, and from outside folder and name alone. */
export function idOf(file: string, root: string): string {
  const name = basename(file, '.transcript')
  const folder = relative(join(root, 'content'), dirname(resolve(file)))
  if (folder !== '' && !folder.startsWith('..') && !isAbsolute(folder)) return `${folder}/${name}`
  const way = relative(root, dirname(file))
  return way.startsWith('..') || isAbsolute(way) ? `${basename(dirname(file))}/${name}` : join(way, name)
}
