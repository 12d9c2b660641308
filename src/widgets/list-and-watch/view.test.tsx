import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, uncheckable, type WatchTale } from '#models/list-watch'
import { act, decode, encode, frameAt, open } from '#widgets/kit'
import { checkStoryWidget, rightAnswers, textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import { CacheTable } from './CacheTable.tsx'
import English, { language as en } from './en.tsx'
import type { Language } from './labels.ts'
import { rowsOf, speechOf, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const tableAt = (id: string, now: number): string => {
  const { frames } = open(stage, id)
  return textOf(
    render(
      <CacheTable
        state={frameAt(frames, now).state}
        before={now > 0 ? frameAt(frames, now - 1).state : undefined}
        caption=""
        {...en}
      />,
    ),
  )
}

checkStoryWidget<WatchTale, Language>({
  ...{ stage, speechOf, rules, Whole, languages },
  words: ({ labels }) => labels.words,
  leftOut: ({ wording }) => [
    ...leftOut.map((what) => wording.leftOut[what]),
    ...uncheckable.map((rule) => wording.uncheckable[rule]),
  ],
})

test.each(languages)(
  '%s: the story without a script says what a client that is too late is told',
  (_, language) => {
    expect(textOf(render(<Whole scenario="expired" {...language} />))).toContain('410')
  },
)

test('the right answers', () => {
  expect(rightAnswers(stage)).toEqual({
    'no-change': 'nothing',
    'label-taken': 'DELETED',
    'label-given': 'ADDED',
    'after-the-cut': 'comes',
    forgotten: 'refused',
    relisted: 'dropped',
    'with-bookmark': 'goes-on',
    stale: 'refused',
  })
})

describe('the table', () => {
  test('says what is on its way, and that the client is behind', () => {
    expect(tableAt('follow', 4)).toMatch(/On the way MODIFIED web 2 .*web version 2 version 1 out of date/)
    expect(tableAt('follow', 5)).toMatch(/On the way nothing .*web version 2 version 2 same/)
  })
  test('a lost connection has nothing on its way', () => {
    expect(tableAt('cut', 5)).toContain('On the way nothing')
    expect(tableAt('cut', 7)).toContain('MODIFIED web 2 ADDED db 3')
  })
  test('what the client does not ask for is no difference', () => {
    const { frames } = open(stage, 'selector')
    expect(rowsOf(frameAt(frames, 4).state).map(({ is }) => is)).toEqual(['outside', 'same'])
    expect(rowsOf(frameAt(frames, 5).state).map(({ is }) => is)).toEqual(['outside', 'stale'])
    expect(rowsOf(frameAt(frames, 6).state).map(({ is }) => is)).toEqual(['outside', 'outside'])
  })
})

describe('links', () => {
  test('hold the reader’s own moves', () => {
    const story = act(open(stage, 'cut'), 4, { do: 'relabel', name: 'web' })
    const text = encode({ story, now: 5 })
    expect(text).toBe('cut.5.4.l-web')
    expect(decode(stage, text)?.story.frames).toEqual(story.frames)
  })
  test.each(['cut.1.1.Q'])('%s is none', (text) => expect(decode(stage, text)).toBeUndefined())
})
