import { useRef } from 'preact/hooks'
import type { Strings } from './strings/types.ts'
import { Words } from './Words.tsx'

export type Choice = { readonly id: string; readonly text: string; readonly right: boolean }

type Props = {
  readonly question: string
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
  readonly ui: Strings
}

/** First the reader's guess, then what the model says. The answer is the model's, not the author's. */
export const Prediction = ({ question, choices, chosen, choose, ui }: Props) => {
  const right = choices.find((choice) => choice.right)
  const guess = choices.find((choice) => choice.id === chosen)
  // The button that was pressed goes away: the answer takes its focus, but only then.
  const pressed = useRef(false)
  const takeFocus = (answer: HTMLElement | null) => {
    if (answer && pressed.current) answer.focus()
    pressed.current = false
  }
  return (
    <div class="prediction" role="group" aria-label={ui.predict}>
      <p>
        <Words text={question} />
      </p>
      {guess && right ? (
        <p class={guess.right ? 'right' : 'wrong'} tabIndex={-1} ref={takeFocus}>
          <b>{guess.right ? ui.right : ui.wrong(guess.text.replaceAll('`', ''))}</b>{' '}
          <Words text={right.text} />
        </p>
      ) : (
        <p class="choices">
          {choices.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              onClick={() => {
                pressed.current = true
                choose(id)
              }}
            >
              <Words text={text} />
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
