/** What stands around the picture of a story: its name, the choice of stories, time, reasons, the guess, the proof. */
import type { ComponentChildren } from 'preact'
import type { Tale } from '#kit'
import type { AgreementRecord } from '../agreement-record.ts'
import { Announcer } from '../Announcer.tsx'
import { Reasons } from '../Reasons.tsx'
import { Scenarios } from '../Scenarios.tsx'
import type { Strings } from '../strings/types.ts'
import { Transport } from '../Transport.tsx'
import { WidgetFrame } from '../WidgetFrame.tsx'
import { plain, Words } from '../Words.tsx'
import { Guess, type StoryWords } from './Guess.tsx'
import { happeningAt, sentenceOf, type Happening, type Speech } from './happening.ts'
import type { Telling } from './use-story.ts'

/** What a page says of a widget. */
export type ViewProps = {
  /** also the name under which the address holds the state */
  readonly id: string
  readonly scenario?: string | undefined
  readonly record?: AgreementRecord | undefined
}

type Props<T extends Tale> = {
  readonly id: string
  readonly labels: { readonly title: string; readonly subtitle: string }
  readonly telling: Telling<T>
  readonly speech: Speech<T>
  readonly words: StoryWords<T>
  readonly ui: Strings
  readonly record?: AgreementRecord | undefined
  readonly leftOut: readonly string[]
  readonly uncheckable?: readonly string[]
  /** the picture of this instant */
  readonly children: ComponentChildren
  /** the reader's own hand on it */
  readonly yourTurn?: ComponentChildren
}

const Happened = ({ happening, ui }: { readonly happening: Happening | undefined; readonly ui: Strings }) => (
  <div class="happened">
    {happening ? (
      <p class={happening.failed ? 'failed' : 'went'}>
        <Words text={sentenceOf(happening)} />
      </p>
    ) : (
      <p>{ui.start}</p>
    )}
    <Reasons reasons={happening?.reasons ?? []} ui={ui} />
  </div>
)

export const StoryFrame = <T extends Tale>(props: Props<T>) => {
  const { id, labels, telling, speech, words, ui, children, yourTurn, ...proof } = props
  const { story, clock, moveClock, start, put } = telling
  const { now } = clock
  const happening = happeningAt(speech, story, now)
  const sentence = plain(happening ? sentenceOf(happening) : ui.start)
  return (
    <WidgetFrame {...{ id, labels, put, ui }} {...proof}>
      <Scenarios<T['scenario']>
        ids={story.stage.scenarios.map(({ id }) => id)}
        current={story.scenario}
        words={words.scenarios}
        {...{ start, ui }}
      />
      {children}
      <Transport id={id} clock={clock} move={moveClock} now={sentence} ui={ui} />
      <Happened happening={happening} ui={ui} />
      <Guess story={story} now={now} reveal={(to) => moveClock({ to })} words={words} ui={ui} />
      <Announcer text={[sentence, ...(happening?.reasons ?? []).map(({ text }) => plain(text))].join(' ')} />
      {yourTurn}
    </WidgetFrame>
  )
}
