import { readTopics } from '../chapter/index.ts'

const files = import.meta.glob<string>('/content/*/topics.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** How many subjects a chapter owes and how many have a home on its page; none are owed before there is a list. */
export function topicsOf(chapter: string): { owed: number; have: number } {
  const file = `/content/${chapter}/topics.yaml`
  const { topics } = readTopics(files[file] ?? '', file)
  return { owed: topics.length, have: topics.filter(({ home }) => home).length }
}
