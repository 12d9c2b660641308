import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, type KeptTale } from '#models/kept-namespaces'
import { frameAt, open } from '#widgets/kit'
import { checkStoryWidget } from '#widgets/kit/story/story-widget.fixture.tsx'
import English, { language as en } from './en.tsx'
import { HolderTable } from './HolderTable.tsx'
import type { Language } from './labels.ts'
import { rowsAt, speechOf, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const table = (id: string, now: number, full = false): string => {
  const story = open(stage, id)
  const { state } = frameAt(story.frames, now)
  return render(
    <HolderTable {...{ state, full }} rows={rowsAt(story, now)} act={() => {}} caption="" {...en} />,
  )
}

checkStoryWidget<KeptTale, Language>({
  ...{ stage, speechOf, rules, Whole, languages },
  words: ({ labels }) => labels.words,
  leftOut: ({ wording }) => leftOut.map((what) => wording.leftOut[what]),
})

test.each(languages)('%s: at first nothing is there to be held', (_, { labels }, Widget) => {
  expect(render(<Widget id="w" />)).toContain(labels.none)
})

describe('the table', () => {
  test('what can let go is a button that says how; what must wait for another is none', () => {
    const html = table('owner', 2)
    expect(html).toContain('aria-label="mount /run/ns/1: unmount it"')
    expect(html).toContain('aria-label="sh 4022: end it"')
    expect(html).toMatch(/<span class="holder owned">.*which it owns/)
  })

  test('what is gone is named, and says so in words', () => {
    expect(table('last-member', 6)).toMatch(/net A.*>gone</)
  })

  test('a story that has become too long takes no more', () => {
    expect(table('owner', 2, true)).not.toContain('<button')
  })
})
