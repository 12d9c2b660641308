import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, uncheckable, type OomTale } from '#models/out-of-memory'
import { act, decode, encode, frameAt, open } from '#widgets/kit'
import { checkStoryWidget, textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import English, { language as en } from './en.tsx'
import type { Language } from './labels.ts'
import { MemoryTable } from './MemoryTable.tsx'
import { speechOf, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const tableAt = (scenario: string, now: number): string => {
  const { frames } = open(stage, scenario)
  const { state } = frameAt(frames, now)
  const before = frameAt(frames, now - 1).state
  return render(
    <MemoryTable {...{ state, before, actor: 'app', select: () => {}, caption: 'now' }} {...en} />,
  )
}

const rowOf = (html: string, name: string): string =>
  textOf(html.split('<tr').find((row) => row.includes(`<code>${name}</code>`)) ?? '').replace(
    /^[^>]*>\s*/,
    '',
  )

checkStoryWidget<OomTale, Language>({
  ...{ stage, speechOf, rules, Whole, languages },
  words: ({ wording }) => wording,
  leftOut: ({ wording }) => [
    ...leftOut.map((what) => wording.leftOut[what]),
    ...uncheckable.map((rule) => wording.uncheckable[rule]),
  ],
})

test.each(languages)('%s: the story without a script says who dies, and why', (_, language) => {
  const text = textOf(render(<Whole scenario="largest" {...language} />))
  expect(text).toContain(`app ${language.wording.lives.killed}`)
  expect(text).toContain('8192')
})

describe('the table', () => {
  test('says what groups and processes hold, of how much, and who is dead', () => {
    const html = tableAt('largest', 4)
    expect(rowOf(html, 'pod')).toBe('pod oom_kill 1 38 MiB 64 MiB')
    expect(rowOf(html, 'app')).toBe('app killed – 0')
    expect(rowOf(html, 'helper')).toBe('helper 26 MiB 0')
  })
  test('says where a process’s pages are charged, when that is elsewhere', () => {
    expect(rowOf(tableAt('moved', 3), 'app')).toContain('32 of them charged to web')
  })
  test('marks what has changed, and lets only the living act', () => {
    const html = tableAt('together', 5)
    expect(html.match(/changed/g)).toHaveLength(3)
    expect(html.match(/<button/g)).toHaveLength(2)
  })
})

describe('links', () => {
  test('hold the reader’s own moves', () => {
    const story = act(open(stage, 'largest'), 2, { do: 'adjust', by: 'db', adj: -500 })
    const text = encode({ story, now: 3 })
    expect(text).toBe('largest.3.2.j-db--500')
    expect(decode(stage, text)?.story.frames).toEqual(story.frames)
  })
  test.each(['largest.1.1.z-app-1'])('%s is none', (text) => expect(decode(stage, text)).toBeUndefined())
})
