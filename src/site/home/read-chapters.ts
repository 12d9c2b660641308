import { getCollection, type CollectionEntry } from 'astro:content'
import { chapters } from '../chapter/index.ts'
import { topicsOf } from './read-topics.ts'
import type { Language } from '../language/index.ts'

/** The thirteen chapters in their order, each with its page in one language where there is one, and its true state. */
export async function chaptersIn(language: Language) {
  const entries: CollectionEntry<'chapters'>[] = await getCollection('chapters')
  return chapters.map((chapter) => {
    const entry = entries.find(({ id }) => id === `${chapter.slug}/${language}`)
    return {
      slug: chapter.slug,
      title: chapter.title[language],
      about: chapter.about[language],
      entry,
      state: entry?.data.status ?? ('planned' as const),
      topics: topicsOf(chapter.slug),
    }
  })
}

export type ChapterCard = Awaited<ReturnType<typeof chaptersIn>>[number]
