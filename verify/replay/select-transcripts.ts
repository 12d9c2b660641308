/** From the words of the call to files: nothing is the whole book; a word is a chapter, a transcript, or a path. */
import { existsSync, globSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export type Selection = { ok: true; files: string[] } | { ok: false; message: string }

export type Places = {
  /** Where the project stands. */
  root: string
  /** Folders where a path may begin: npm moves to the project, the caller stands elsewhere. */
  from: readonly string[]
}

/** Absolute paths, each once, in a stable order. */
export function selectTranscripts(words: readonly string[], { root, from }: Places): Selection {
  const book = globSync('content/*/*.transcript', { cwd: root })
    .map((path) => join(root, path))
    .sort()
  if (words.length === 0) return { ok: true, files: book }
  const found = words.map((word) => find(word, book, from))
  const unknown = words.filter((_, at) => found[at]?.length === 0)
  if (unknown.length > 0)
    return { ok: false, message: unknown.map((word) => notFound(word, book)).join('\n') }
  return { ok: true, files: [...new Set(found.flat())].sort() }
}

function find(word: string, book: readonly string[], from: readonly string[]): string[] {
  const inBook = book.filter((file) => chapterOf(file) === word || nameOf(file) === word)
  if (inBook.length > 0) return inBook
  const path = from.map((folder) => resolve(folder, word)).find((each) => existsSync(each))
  if (path === undefined) return []
  if (statSync(path).isDirectory())
    return globSync('*.transcript', { cwd: path }).map((each) => join(path, each))
  return path.endsWith('.transcript') ? [path] : []
}

const chapterOf = (file: string): string => basename(dirname(file))
const nameOf = (file: string): string => `${chapterOf(file)}/${basename(file, '.transcript')}`

function notFound(word: string, book: readonly string[]): string {
  const chapter = word.split('/')[0]
  const inChapter = book.filter((file) => chapterOf(file) === chapter).map(nameOf)
  if (inChapter.length > 0) return `There is no transcript "${word}"; ${chapter} has ${inChapter.join(', ')}.`
  const chapters = [...new Set(book.map(chapterOf))]
  return `There is no chapter, transcript or path "${word}"; the chapters with transcripts are ${chapters.join(', ') || 'none yet'}.`
}

/** `i/n`: every n-th of the list, beginning with the i-th. */
export function shard<T>(list: readonly T[], [part, of]: readonly [number, number]): T[] {
  return list.filter((_, at) => at % of === part - 1)
}
