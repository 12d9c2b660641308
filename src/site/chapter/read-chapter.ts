/** From the files of a chapter, held in memory, to what the rules look at. Nothing here touches a disk. */
import { parseTranscript, type Transcript } from '#transcript'
import { languages, type Language } from '../language/languages.ts'
import { start, type Fault } from './fault.ts'
import { readOutline, type Outline } from './outline.ts'
import { readYaml, schemaFaults } from './read-yaml.ts'
import { chapterSchema, type FrontMatter } from './schema.ts'
import { readTopics, type Topics } from './topics.ts'

/** Paths below `content/<slug>/` → their text; of binary files and drawings the text may be left empty. */
export type ChapterFiles = ReadonlyMap<string, string>

export type Page = Outline & { language: Language; front: FrontMatter | undefined }

export type Chapter = {
  slug: string
  folder: string
  files: ChapterFiles
  pages: Page[]
  transcripts: Map<string, Transcript>
  topics: Topics | undefined
  /** Of reading: MDX, front matter, YAML, transcripts. */
  faults: Fault[]
}

export function readChapter(slug: string, files: ChapterFiles): Chapter {
  const folder = `content/${slug}`
  const faults: Fault[] = []
  const pages = languages.flatMap((language) => {
    const source = files.get(`${language}.mdx`)
    return source === undefined ? [] : [readPage(language, source, `${folder}/${language}.mdx`, faults)]
  })
  const transcripts = new Map<string, Transcript>()
  for (const [path, source] of files) {
    const name = /^([^/]+)\.transcript$/.exec(path)?.[1]
    if (name === undefined) continue
    const parsed = parseTranscript(source, `${folder}/${path}`)
    if (parsed.ok) transcripts.set(name, parsed.transcript)
    else faults.push(...parsed.faults)
  }
  const topicsSource = files.get('topics.yaml')
  const topics = topicsSource === undefined ? undefined : readTopics(topicsSource, `${folder}/topics.yaml`)
  faults.push(...(topics?.faults ?? []))
  return { slug, folder, files, pages, transcripts, topics, faults }
}

function readPage(language: Language, source: string, file: string, faults: Fault[]): Page {
  const outline = readOutline(source, file)
  faults.push(...outline.faults)
  const unread = outline.faults.some(({ rule }) => rule === 'mdx/syntax')
  return { ...outline, language, front: unread ? undefined : readFront(outline, faults) }
}

function readFront({ frontMatter, file }: Outline, faults: Fault[]): FrontMatter | undefined {
  if (frontMatter === undefined) {
    faults.push({
      file,
      at: start,
      rule: 'front matter',
      expected: 'title, lede, description and status between two lines of ---',
      got: 'a page without front matter',
      todo: 'Copy the first lines of another chapter and change them.',
    })
    return undefined
  }
  const yaml = readYaml(frontMatter, file, 1)
  if (Array.isArray(yaml)) {
    faults.push(...yaml)
    return undefined
  }
  const read = chapterSchema.safeParse(yaml.value)
  if (read.success) return read.data
  faults.push(
    ...schemaFaults(read.error, yaml, file, 'The fields are described in src/site/chapter/schema.ts.'),
  )
  return undefined
}
