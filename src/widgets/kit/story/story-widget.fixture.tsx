/**
 * What every widget that tells stories is held to, in each language. A widget's view.test.tsx calls `checkStoryWidget`
 * with its own parts, and adds what is its own.
 */
import { h, type ComponentType } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Question, Tale } from '#kit'
import type { Strings } from '../strings/types.ts'
import { Words } from '../Words.tsx'
import { decode, encode } from './codec.ts'
import type { StoryWords } from './Guess.tsx'
import { happeningAt, type Speech } from './happening.ts'
import type { Stage } from './stage.ts'
import { choicesOf, isRight, open } from './story.ts'
import type { ViewProps } from './StoryFrame.tsx'

/** What can be read of it. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

type Asked<T extends Tale> = {
  readonly id: T['scenario']
  readonly at: number
  readonly question: Question<T>
}

const askedIn = <T extends Tale>(stage: Stage<T>): readonly Asked<T>[] =>
  stage.scenarios.flatMap(({ id }) =>
    [...open(stage, id).asks].map(([at, question]) => ({ id, at, question })),
  )

/** The choices that hold, as the model has it. */
const rightChoices = <T extends Tale>(stage: Stage<T>, { id, ...asked }: Asked<T>): readonly T['choice'][] =>
  choicesOf(asked.question).filter((choice) => isRight(open(stage, id), asked, choice))

/** Of each question the choice that holds. */
export const rightAnswers = <T extends Tale>(
  stage: Stage<T>,
): Readonly<Record<string, T['choice'] | undefined>> =>
  Object.fromEntries(askedIn(stage).map((asked) => [asked.question.id, rightChoices(stage, asked)[0]]))

/** Questions of which the next move asks another: nobody would see how they were answered. */
export const followedAtOnce = <T extends Tale>(stage: Stage<T>): readonly T['question'][] => {
  const asked = askedIn(stage)
  return asked
    .filter(({ id, at }) => asked.some((other) => other.id === id && other.at === at + 1))
    .map(({ question }) => question.id)
}

type Language = {
  readonly wording: { readonly reasons: object }
  readonly ui: Strings
}

type Parts<T extends Tale, L extends Language> = {
  readonly stage: Stage<T>
  readonly languages: readonly (readonly [name: string, language: L, Widget: ComponentType<ViewProps>])[]
  readonly speechOf: (wording: L['wording']) => Speech<T>
  readonly words: (language: L) => StoryWords<T>
  /** the model's, each of which wants words */
  readonly rules: object
  /** what stands at the widget's foot: what is not modelled, and what no sandbox can show */
  readonly leftOut: (language: L) => readonly string[]
  /** a move that may happen without a reason; without this, none may */
  readonly isSilent?: (move: T['move']) => boolean
  /** one story without a script */
  readonly Whole?: ComponentType<L & Pick<ViewProps, 'scenario'>>
}

const nonsense = /undefined|null|NaN|\[object/

const checkLanguage = <T extends Tale, L extends Language>(
  { stage, speechOf, words, rules, leftOut, isSilent = () => false, Whole }: Parts<T, L>,
  language: L,
  Widget: ComponentType<ViewProps>,
) => {
  const ids = stage.scenarios.map(({ id }) => id)

  test('is rendered on the server, with every story to choose', () => {
    const html = render(<Widget id="w" />)
    for (const id of ids) expect(html).toContain(`>${words(language).scenarios[id].name}</option>`)
  })

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const text of leftOut(language)) expect(html).toContain(`<li>${render(<Words text={text} />)}</li>`)
    expect(html).toContain(language.ui.unchecked)
  })

  test.each(ids)(
    '%s: no inline style, which the page’s policy would refuse; no code that is not marked',
    (id) => {
      const html = render(<Widget id="w" scenario={id} />)
      expect(html).not.toMatch(/\sstyle=/)
      expect(html).not.toContain('`')
    },
  )

  test.each(ids)('%s: every instant has a sentence, every reason its own', (id) => {
    const story = open(stage, id)
    for (const [now, { made }] of story.frames.entries()) {
      if (!made) continue
      const happening = happeningAt(speechOf(language.wording), story, now)
      const reasons = (happening?.reasons ?? []).map(({ text }) => text)
      expect([happening?.move, happening?.outcome, ...reasons].join(' ')).not.toMatch(nonsense)
      for (const said of [happening?.move, ...reasons]) expect(said).toBeTruthy()
      if (!isSilent(made.move)) expect(reasons.length).toBeGreaterThan(0)
    }
  })

  test('every rule has words', () => {
    expect(Object.keys(language.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
  })

  if (!Whole) return
  test.each(ids)('%s: without a script every instant has its line', (id) => {
    const html = render(h(Whole, { ...language, scenario: id }))
    expect(html.match(/<tr/g)).toHaveLength(open(stage, id).frames.length)
  })
}

const checkStories = <T extends Tale>(stage: Stage<T>) => {
  test.each(stage.scenarios)('$id: every move is possible, and no question is lost', ({ id, steps }) => {
    const { frames, asks } = open(stage, id)
    for (const { made } of frames) if (made) expect(stage.isImpossible(made.outcome)).toBe(false)
    expect(asks.size).toBe(steps.filter(({ ask }) => ask).length)
  })

  test.each(askedIn(stage))('$id, $question.id: one choice holds, and the others do not', (asked) => {
    expect(rightChoices(stage, asked)).toHaveLength(1)
  })
}

const checkLinks = <T extends Tale>(stage: Stage<T>) => {
  const ids = stage.scenarios.map(({ id }) => id)

  test.each(ids)('%s: every instant has a link that leads back to it', (id) => {
    const story = open(stage, id)
    for (const now of story.frames.keys())
      expect(decode(stage, encode({ story, now }))).toEqual({ story, now })
  })

  test.each(['', 'nope.1', `${ids[0]}.x`, `${ids[0]}.0.0.?`])('%j is none', (text) => {
    expect(decode(stage, text)).toBeUndefined()
  })
}

export const checkStoryWidget = <T extends Tale, L extends Language>(parts: Parts<T, L>) => {
  describe.each(parts.languages)('%s', (_, language, Widget) => checkLanguage(parts, language, Widget))
  describe('stories', () => checkStories(parts.stage))
  describe('links', () => checkLinks(parts.stage))
}
