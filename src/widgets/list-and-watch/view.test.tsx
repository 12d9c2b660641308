import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules } from '#models/list-watch'
import { act, choicesOf, decode, encode, frameAt, happeningAt, isRight, open } from '#widgets/kit'
import { CacheTable } from './CacheTable.tsx'
import English, { language as en } from './en.tsx'
import { scenarios } from './scenarios.ts'
import { rowsOf, speechOf, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const ids = scenarios.map(({ id }) => id)

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

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

describe.each(languages)('%s', (_, language, Widget) => {
  test('is rendered on the server, with every story to choose and what is left out', () => {
    const html = render(<Widget id="w" />)
    for (const id of ids) expect(html).toContain(language.labels.words.scenarios[id].name)
    for (const what of leftOut) expect(html).toContain(language.wording.leftOut[what].split('`')[0])
    expect(html).not.toMatch(/\sstyle=/)
  })

  test.each(ids)('%s: every instant has a sentence, every reason its own', (id) => {
    const story = open(stage, id)
    for (const now of story.frames.keys()) {
      const happening = happeningAt(speechOf(language.wording), story, now)
      const said = [
        happening?.move,
        happening?.outcome,
        ...(happening?.reasons ?? []).map(({ text }) => text),
      ]
      expect(said.join(' ')).not.toMatch(/undefined|null|NaN|\[object/)
      if (now > 0) expect(happening?.reasons.length).toBeGreaterThan(0)
    }
  })

  test('the story without a script has a line a step', () => {
    const html = render(<Whole scenario="expired" {...language} />)
    expect(html.match(/<tr/g)?.length).toBeGreaterThan(
      scenarios.find(({ id }) => id === 'expired')!.steps.length,
    )
    expect(textOf(html)).toContain('410')
  })

  test('every rule has words', () => {
    expect(Object.keys(language.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
  })
})

describe('scenarios', () => {
  test.each(ids)('%s: nothing is idle, and each question has one right answer', (id) => {
    const story = open(stage, id)
    for (const { made } of story.frames) expect(made?.outcome.is).not.toBe('idle')
    for (const [at, question] of story.asks) {
      const right = choicesOf(question).filter((choice) => isRight(story, { at, question }, choice))
      expect(right, question.id).toHaveLength(1)
    }
  })

  test('the right answers', () => {
    const right = ids.flatMap((id) => {
      const story = open(stage, id)
      return [...story.asks].map(([at, question]) => [
        question.id,
        choicesOf(question).find((choice) => isRight(story, { at, question }, choice)),
      ])
    })
    expect(Object.fromEntries(right)).toEqual({
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
  test.each(['', 'nope.1', 'cut.x', 'cut.1.1.Q'])('%s is none', (text) =>
    expect(decode(stage, text)).toBeUndefined(),
  )
})
