import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, scenarios } from '#models/namespaces'
import { act, happeningAt, namespacesSpeech, open as openOn, type Story } from '#widgets/kit'
import English, { language as en } from './en.tsx'
import { ProcessTable } from './ProcessTable.tsx'
import { stage, type PidTale } from './story.ts'
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

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state is rendered on the server, with every scenario to choose', () => {
    const html = render(<Widget id="w" />)
    expect(html).toContain('<code>systemd</code>')
    expect(html.match(/<option/g)?.length).toBeGreaterThanOrEqual(scenarios.length)
    for (const { id } of scenarios) expect(html).toContain(language.labels.words.scenarios[id].name)
  })

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const what of leftOut) expect(html).toContain(language.wording.leftOut[what].split('`')[0])
    expect(html).toContain(language.ui.unchecked)
  })

  test('no inline style, which the page’s policy would refuse', () => {
    expect(render(<Widget id="w" scenario="kill-one" />)).not.toMatch(/\sstyle=/)
  })

  test.each(scenarios.map(({ id }) => id))('%s: every instant has a sentence, every reason its own', (id) => {
    const story = open(id)
    for (const now of story.frames.keys()) {
      const happening = happeningAt(namespacesSpeech<PidTale>(language.wording), story, now)
      const said = [
        happening?.move,
        happening?.outcome,
        ...(happening?.reasons ?? []).map(({ text }) => text),
      ]
      expect(said.join(' ')).not.toMatch(/undefined|null|NaN|\[object/)
      if (now > 0) expect(happening?.reasons.length).toBeGreaterThan(0)
    }
  })

  test('the story without a script tells every step and who is there then', () => {
    const html = render(<Whole scenario="orphan" {...language} />)
    expect(html.match(/<tr/g)).toHaveLength(open('orphan').frames.length)
    expect(html).toContain('<code>sleep</code> 4024 → 3')
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

test('the two languages word the same rules', () => {
  expect(Object.keys(en.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
  expect(Object.keys(zhCn.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
})
