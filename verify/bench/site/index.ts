/** `npm run bench -- site`: what the built site weighs and how long it takes, against its bars. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '../../browser/open-book.ts'
import { findChromium, projectRoot } from '../../program/index.ts'
import { buildSite, normalizeBase } from '../../serve/index.ts'
import { bars } from './bars.ts'
import { buildForty } from './build-forty.ts'
import { loadChapter } from './load-chapter.ts'
import { holds, printMeasures, type Measure } from '../measure.ts'
import { readPages } from './read-pages.ts'
import { weighPage } from './weigh-page.ts'

const dist = join(projectRoot, 'dist')

async function timeBuild(): Promise<Measure> {
  const start = performance.now()
  const built = await buildSite({ output: 'keep' })
  if (!built.ok) throw new Error(built.message)
  return { what: 'npm run build', value: performance.now() - start, bar: bars.build, unit: 'ms' }
}

async function loadChapters(): Promise<Measure[]> {
  const book = await openBook(dist)
  try {
    const chapters = globSync('content/*/en.mdx', { cwd: projectRoot }).map((file) => file.split(/[\\/]/)[1]!)
    const paths = chapters.flatMap((slug) => [`${slug}/`, `zh-cn/${slug}/`])
    const all: Measure[] = []
    for (const path of paths) all.push(...(await loadChapter(book, path, dist)))
    return all
  } finally {
    await book.close()
  }
}

/** Resolves with the exit code. */
export async function benchSite(): Promise<number> {
  const measures = [await timeBuild()]
  measures.push(...readPages(dist, normalizeBase(process.env['BASE'])).flatMap(weighPage))
  const chromium = findChromium() !== undefined
  if (chromium) measures.push(...(await loadChapters()))
  console.log('Building forty chapters in two languages …')
  const forty = {
    what: '40 chapters × 2 languages',
    value: await buildForty(),
    bar: bars.buildForty,
    unit: 'ms',
  } as const
  console.log(printMeasures([...measures, forty]))
  if (!chromium)
    console.log('skipped: what a chapter loads (no Chromium here; npm run doctor says how to get one)')
  return [...measures, forty].every(holds) ? 0 : 1
}
