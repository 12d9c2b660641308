/**
 * How long the book takes to build when it has forty chapters in two languages: a copy of the project in which the
 * whole chapter that stands is repeated under forty names, with its transcripts and records.
 */
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, runTool } from '../../program/index.ts'

const count = 40
const model = 'namespaces'
const slugs = Array.from({ length: count }, (_, index) => `chapter-${index + 1}`)

const chapterList = () =>
  `export const chapters = ${JSON.stringify(
    slugs.map((slug) => ({ slug, title: { en: slug, 'zh-cn': slug }, about: { en: slug, 'zh-cn': slug } })),
  )}\nexport const chapterOf = (slug) => chapters.find((chapter) => chapter.slug === slug)\n`

function writeBook(root: string) {
  rmSync(root, { recursive: true, force: true })
  for (const path of ['src', 'package.json', 'tsconfig.json', 'astro.config.mjs', 'content/glossary.yaml'])
    cpSync(join(projectRoot, path), join(root, path), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'src/site/chapter/chapters.ts'), chapterList())
  for (const slug of slugs) {
    const folder = join(root, 'content', slug)
    mkdirSync(folder, { recursive: true })
    cpSync(join(projectRoot, 'content', model), folder, { recursive: true })
  }
}

/** Milliseconds for pages and search index together. */
export async function buildForty(): Promise<number> {
  const root = join(projectRoot, '.cache/bench/forty')
  writeBook(root)
  const start = performance.now()
  for (const [name, ...args] of [
    ['astro', 'build', '--root', root],
    ['pagefind', '--site', join(root, 'dist')],
  ] as const) {
    const result = await runTool(name, args, {
      cwd: root,
      timeout: 300_000,
    })
    if (result.code !== 0)
      throw new Error(`${name} ended with ${result.code}\n${result.stdout}${result.stderr}`)
  }
  const took = performance.now() - start
  const pages = slugs.flatMap((slug) => [`${slug}/index.html`, `zh-cn/${slug}/index.html`])
  const missing = pages.filter((page) => !existsSync(join(root, 'dist', page)))
  if (missing.length > 0)
    throw new Error(`expected ${pages.length} chapter pages; not built: ${missing.join(', ')}`)
  rmSync(root, { recursive: true })
  return took
}
