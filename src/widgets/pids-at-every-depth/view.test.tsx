import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, uncheckable, type PidTale } from '#models/namespaces'
import { act, open as openOn, type Story } from '#widgets/kit'
import { namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import { checkStoryWidget } from '#widgets/kit/story/story-widget.fixture.tsx'
import English, { language as en } from './en.tsx'
import type { Language } from './labels.ts'
import { ProcessTable } from './ProcessTable.tsx'
import { stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const open = (id: string) => openOn(stage, id)

const table = (story: Story<PidTale>, now: number): string =>
  render(<ProcessTable story={story} now={now} actor={4021} select={() => {}} caption="" {...en} />)

/** the row of the process with this number on the host, without tags */
const rowOf = (html: string, pid: number): string => {
  const row = html.split('<tr').find((part) => part.includes(`>${pid}</span>`))
  return (row ?? '')
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

checkStoryWidget<PidTale, Language>({
  ...{ stage, rules, Whole, languages },
  speechOf: namespacesSpeech<PidTale>,
  words: ({ labels }) => labels.words,
  leftOut: ({ wording }) => [
    ...leftOut.map((what) => wording.leftOut[what]),
    ...uncheckable.map((rule) => wording.uncheckable[rule]),
  ],
})

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state has the machine’s process 1', () => {
    expect(render(<Widget id="w" />)).toContain('<code>systemd</code>')
  })

  test('the story without a script says who is there then', () => {
    expect(render(<Whole scenario="orphan" {...language} />)).toContain('<code>sleep</code> 4024 → 3')
  })
})

describe('the table', () => {
  test('a number where it can be seen, none where it cannot, the parent as that namespace sees it', () => {
    const html = table(open('kill-one'), 4)
    expect(rowOf(html, 4021)).toBe('bash 4021 parent 1 – not visible – not visible')
    expect(rowOf(html, 4022)).toBe('bash 4022 parent 4021 1 parent 0 – not visible')
    expect(rowOf(html, 4025)).toBe('sleep 4025 parent 4024 4 parent 3 2 parent 1')
  })

  test('says in words who is a zombie, who is killed, who waits, and who has gone', () => {
    const story = open('kill-one')
    expect(rowOf(table(story, 7), 4022)).toContain('killed')
    expect(rowOf(table(story, 8), 4022)).toContain('waiting to end')
    expect(rowOf(table(story, 13), 4022)).toContain('zombie')
    expect(table(story, 14).match(/>gone</g)).toHaveLength(4)
  })

  test('says where children go, which namespace is empty and which is closed', () => {
    expect(table(open('no-more-members'), 1)).toMatch(/nobody yet.*children go to namespace A/s)
    expect(table(open('no-more-members'), 3)).toContain('closed')
  })

  test('only who runs can be chosen to act', () => {
    const html = table(open('orphan'), 5)
    expect(html.match(/<button/g)).toHaveLength(4)
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1)
  })

  test('an orphan moves to its new parent in the tree', () => {
    const indentOf = (now: number) =>
      /class="(in-\d)"(?:(?!class="in-)[^])*4024<\/span>/.exec(table(open('orphan'), now))?.[1]
    expect([indentOf(4), indentOf(5)]).toEqual(['in-4', 'in-3'])
  })

  test('after the host’s process 1 has gone, all are gone', () => {
    const story = act(open('orphan'), 4, { do: 'exit', by: 1, status: 0 })
    expect(table(story, 5).match(/>gone</g)).toHaveLength(5)
  })
})
