import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { kinds, leftOut, rules, uncheckable } from '#models/namespaces'
import type { SeesTale } from '#models/namespaces/seats'
import { open } from '#widgets/kit'
import { namespacesSpeech } from '#widgets/kit/story/namespaces.ts'
import { checkStoryWidget, textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import English, { language as en } from './en.tsx'
import { KindTable } from './KindTable.tsx'
import type { Language } from './labels.ts'
import { rowsAt, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const rowOf = (scenario: string, now: number, name: string): string => {
  const rows = rowsAt(open(stage, scenario), now)
  const html = render(<KindTable rows={rows} actor={4021} select={() => {}} caption="" {...en} />)
  return textOf(html.split('<tr').find((part) => part.includes(`<code>${name}</code>`)) ?? '').replace(
    /^.*?> /,
    '',
  )
}

checkStoryWidget<SeesTale, Language>({
  ...{ stage, rules, Whole, languages },
  speechOf: namespacesSpeech<SeesTale>,
  words: ({ labels }) => labels.words,
  leftOut: ({ wording }) => [
    ...leftOut.map((what) => wording.leftOut[what]),
    ...uncheckable.map((rule) => wording.uncheckable[rule]),
  ],
})

test.each(languages)('%s: all kinds are columns from the first', (_, __, Widget) => {
  const html = render(<Widget id="w" />)
  for (const kind of kinds) expect(html).toContain(`<b>${kind}</b>`)
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
