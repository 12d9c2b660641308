import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules } from '#models/kept-namespaces'
import { frameAt, happeningAt, open } from '#widgets/kit'
import English, { language as en } from './en.tsx'
import { HolderTable } from './HolderTable.tsx'
import { scenarios } from './scenarios.ts'
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

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state is rendered on the server, with every scenario to choose', () => {
    const html = render(<Widget id="w" />)
    expect(html).toContain(language.labels.none)
    for (const { id } of scenarios) expect(html).toContain(language.labels.words.scenarios[id].name)
  })

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const what of leftOut) expect(html).toContain(language.wording.leftOut[what].split('`')[0])
    expect(html).toContain(language.ui.unchecked)
  })

  test('no inline style, which the page’s policy would refuse', () => {
    expect(render(<Widget id="w" scenario="owner" />)).not.toMatch(/\sstyle=/)
  })

  test.each(scenarios.map(({ id }) => id))('%s: every instant has a sentence, every reason its own', (id) => {
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

  test('the story without a script tells every step', () => {
    const html = render(<Whole scenario="mount" {...language} />)
    expect(html.match(/<tr/g)).toHaveLength(open(stage, 'mount').frames.length)
  })

  test('every rule has its words', () => {
    expect(Object.keys(language.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
  })
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
