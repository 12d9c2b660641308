import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, type Extent, type Move } from '#models/namespaces'
import { alpha, bash, scenarios, sh, type UserTale } from '#models/namespaces/host'
import { act, decode, encode, happeningAt, isNext, open, type Story } from '#widgets/kit'
import { checkStoryWidget, textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import { draftAt, fileAt, longest, readDraft, stateAt } from './draft.ts'
import English, { language as en } from './en.tsx'
import { IdTable } from './IdTable.tsx'
import type { Language } from './labels.ts'
import { letterOf } from './outward.ts'
import { speechOf, stage } from './stage.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

checkStoryWidget<UserTale, Language>({
  ...{ stage, speechOf, rules, languages },
  words: ({ labels }) => labels,
  leftOut: ({ wording, labels }) => [...leftOut.map((what) => wording.leftOut[what]), ...labels.leftOut],
})

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state has all the host’s numbers', () => {
    expect(render(<Widget id="w" />)).toContain('4294967294')
  })

  test('the letters stand for the namespaces as the sentences name them', () => {
    expect(language.wording.user(1)).toMatch(new RegExp(`${letterOf(alpha)}$`))
  })

  test('without a script every story is told', () => {
    const html = render(<Whole {...language} />)
    const moves = scenarios.reduce((sum, { steps }) => sum + steps.length, 0)
    expect(html.match(/class="asked"/g)).toHaveLength(moves)
    expect(html).toContain('β uid: <code>0 100 50</code>')
  })
})

test('a sentence calls the host the outermost, though in the model it is not', () => {
  const happening = happeningAt(speechOf(en.wording), open(stage, 'more'), 1)
  expect(happening?.reasons.map(({ text }) => text)).toEqual([
    'Without capabilities in the outermost user namespace, `bash 4021` may map one uid alone: its own.',
  ])
})

describe('the table', () => {
  const rows = (story: Story<UserTale>, now: number, owner?: number): readonly string[] => {
    const state = stateAt(story, now)
    const html = render(<IdTable state={state} file={fileAt(story, now)} owner={owner} {...en} />)
    const body = html.slice(html.indexOf('<tbody>'))
    return body.split('</tr>').slice(0, -1).map(textOf)
  }

  test('before a map is written all show as the overflow number', () => {
    expect(rows(open(stage, 'own'), 0).every((row) => row.endsWith('nobody, shows as 65534'))).toBe(true)
  })

  test('after, the line’s numbers have names, and the file’s owner is marked', () => {
    expect(rows(open(stage, 'range'), 2, 10033)).toContain('10000–10999 the file 0–999')
  })

  test('shows the numbers that the last write was about', () => {
    expect([0, 1, 2, 3].map((now) => fileAt(open(stage, 'range'), now))).toEqual(['uid', 'uid', 'uid', 'gid'])
  })
})

describe('the form', () => {
  test('holds what the story writes next, and at its end what was written last', () => {
    const story = open(stage, 'range')
    expect([0, 1, 3].map((now) => draftAt(story, now))).toMatchObject([
      { by: bash, file: 'uid', text: '0 10000 1000' },
      { by: 4020, file: 'uid' },
      { by: 4020, file: 'gid' },
    ])
  })

  test.each([
    ['0 5000 1', [[0, 5000, 1]]],
    [' 0\t5000  1 \n\n1 10000 999\n', [[0, 5000, 1], [1, 10000, 999]]], // prettier-ignore
    ['', []],
    ['0 5000', undefined],
    ['0 5000 1 2', undefined],
    ['a b c', undefined],
    ['0 -1 1', undefined],
  ])('%j is read as %j', (text, expected) => {
    const read = readDraft({ by: bash, of: sh, file: 'uid', text })
    expect(read?.do === 'map' ? read.extents : undefined).toEqual(expected)
  })

  test('as it stands there, it is the story’s own next move', () => {
    for (const { id } of scenarios) {
      const story = open(stage, id)
      story.frames.slice(1).forEach(({ made }, now) => {
        if (made?.move.do !== 'map' && made?.move.do !== 'setgroups') return
        const read = readDraft(draftAt(story, now))
        expect(read && isNext(story, now, read)).toBe(true)
        expect(read && isNext(story, now + 1, { ...read, by: 1 })).toBe(false)
      })
    }
  })

  test('setgroups takes one of two words', () => {
    const read = (text: string) => readDraft({ by: bash, of: sh, file: 'setgroups', text })
    expect([read(' deny '), read('no')]).toEqual([
      { do: 'setgroups', by: bash, of: sh, to: 'deny' },
      undefined,
    ])
  })
})

describe('links', () => {
  const long: readonly Extent[] = [1, 2, 3].map((at) => [at * 1000000, at * 100000000, 99] as const)
  const wordy: Move = { do: 'map', by: bash, of: sh, file: 'uid', extents: long }

  test('every story and what the reader adds to it come back from the link', () => {
    for (const { id } of scenarios) {
      const story = act(open(stage, id), 1, { do: 'drop', by: sh })
      const now = story.frames.length - 1
      expect(decode(stage, encode({ story, now }))).toEqual({ story, now })
    }
  })

  test('the longest stays under 2 KB', () => {
    const story = Array.from({ length: longest }).reduce<Story<UserTale>>(
      (so, _, now) => act(so, now, wordy),
      open(stage, 'free'),
    )
    expect(readDraft({ ...draftAt(story, longest) })).toEqual(wordy)
    expect(encode({ story, now: longest }).length).toBeLessThan(2000)
  })
})
