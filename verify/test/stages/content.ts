/** The sources of every chapter against src/site/chapter: each rule over each chapter is one check. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { checkChapter, printFault, readGlossary, type ChapterFiles, type Fault } from '#site/chapter/index.ts'
import { projectRoot } from '../../program/index.ts'
import { failed, join, passed, skipped, type Outcome } from '../outcome.ts'

const glossaryFile = 'content/glossary.yaml'

export async function checkContent(root = projectRoot): Promise<Outcome> {
  const source = await readFile(joinPath(root, glossaryFile), 'utf8').catch(() => '')
  const glossary = readGlossary(source, glossaryFile)
  // A folder without files is not a chapter: git would not keep it.
  const chapters = [...new Set(globSync('content/*/**/*.*', { cwd: root }).map(slugOf))].sort()
  if (chapters.length === 0) return skipped('content', 'there is no chapter yet')
  const outcomes = [outcomeOf(glossaryFile, glossary.faults)]
  for (const slug of chapters) {
    const files = await readFiles(joinPath(root, 'content', slug))
    for (const { rule, faults } of checkChapter(slug, files, glossary)) {
      outcomes.push(outcomeOf(`${slug}: ${rule}`, faults))
    }
  }
  return join(outcomes)
}

const slugOf = (path: string): string => path.split(/[\\/]/)[1] ?? ''

const outcomeOf = (what: string, faults: Fault[]): Outcome =>
  faults.length === 0 ? passed(1) : failed(what, faults.map(printFault).join('\n'))

/** Records are proof, not sources; drawings are only looked for. */
async function readFiles(folder: string): Promise<ChapterFiles> {
  const paths = globSync(['*.*', 'snippets/*', 'diagrams/*'], { cwd: folder }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  const read = async (path: string): Promise<[string, string]> => [
    path,
    path.startsWith('diagrams/') ? '' : await readFile(joinPath(folder, path), 'utf8'),
  ]
  return new Map(await Promise.all(paths.sort().map(read)))
}
