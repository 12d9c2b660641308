import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { kinds, leftOut } from '#models/namespaces'
import { happeningAt, namespacesSpeech, open } from '#widgets/kit'
import English, { language as en } from './en.tsx'
import { KindTable } from './KindTable.tsx'
import { scenarios, type SeesTale } from './scenarios.ts'
import { rowsAt, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const rowOf = (scenario: string, now: number, name: string): string => {
  const rows = rowsAt(open(stage, scenario), now)
  const html = render(<KindTable rows={rows} actor={4021} select={() => {}} caption="" {...en} />)
  return textOf(html.split('<tr').find((part) => part.includes(`<code>${name}</code>`)) ?? '').replace(
    /^.*?> /,
    '',
  )
}

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state is rendered on the server: all kinds, every scenario to choose', () => {
    const html = render(<Widget id="w" />)
    for (const kind of kinds) expect(html).toContain(`<b>${kind}</b>`)
    for (const { id } of scenarios) expect(html).toContain(language.labels.words.scenarios[id].name)
  })

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const what of leftOut) expect(html).toContain(language.wording.leftOut[what].split('`')[0])
    expect(html).toContain(language.ui.unchecked)
  })

  test('no inline style, which the page’s policy would refuse', () => {
    expect(render(<Widget id="w" scenario="pod" />)).not.toMatch(/\sstyle=/)
  })

  test.each(scenarios.map(({ id }) => id))('%s: every instant has a sentence, every reason its own', (id) => {
    const story = open(stage, id)
    for (const now of story.frames.keys()) {
      const happening = happeningAt(namespacesSpeech<SeesTale>(language.wording), story, now)
      const said = [
        happening?.move,
        happening?.outcome,
        ...(happening?.reasons ?? []).map(({ text }) => text),
      ]
      expect(said.join(' ')).not.toMatch(/undefined|null|NaN|\[object/)
      if (now > 0) expect(happening?.reasons.length).toBeGreaterThan(0)
    }
  })

  test('the story without a script tells every step', () => {
    const html = render(<Whole scenario="pod" {...language} />)
    expect(html.match(/<tr/g)).toHaveLength(open(stage, 'pod').frames.length)
  })
})

describe('the table says to whoever hears it', () => {
  test('what is the machine’s, which letter is alone, and in whose company', () => {
    expect(rowOf('own-name', 2, 'sh')).toContain('• the machine’s • the machine’s A A, alone •')
    expect(rowOf('own-name', 3, 'sleep')).toContain('A A, with sh •')
  })

  test('where children will be born', () => {
    expect(rowOf('children-only', 2, 'sh')).toContain('→A children: A')
  })

  test('what the dead have let go of', () => {
    expect(rowOf('visit', 5, 'sh')).toMatch(/zombie • the machine’s – let go – let go/)
  })
})
