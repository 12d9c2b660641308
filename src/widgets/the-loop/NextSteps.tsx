/** Each controller’s next step and why: the loop itself. */
import type { State, Turn } from '#models/reconcile'
import { wordReason, Words } from '#widgets/kit'
import type { Language } from './labels.ts'
import { nextSteps } from './next-steps.ts'

type Props = Language & {
  readonly state: State
  readonly act: (turn: Turn) => void
  readonly full: boolean
}

export const NextSteps = ({ state, act, full, labels, wording }: Props) => {
  const steps = nextSteps(state)
  return (
    <section class="next-steps" aria-label={labels.nextSteps}>
      <p>
        <b>{labels.nextSteps}</b>
      </p>
      {steps.length === 0 ? <p>{labels.nothing}</p> : null}
      <ul>
        {steps.map(({ turn, of, reasons, changes }) => (
          <li key={`${turn.do} ${turn.uid}`} class={changes ? 'acts' : 'rests'}>
            <b>{labels.controllers[turn.do]}</b> <code>{of}</code>{' '}
            <Words
              text={
                reasons.length > 0
                  ? reasons.map((reason) => wordReason(wording.reasons)(reason).text).join(' ')
                  : labels.onlyTells
              }
            />{' '}
            {changes && !full ? (
              <button
                type="button"
                aria-label={`${labels.controllers[turn.do]} ${of}: ${labels.first}`}
                onClick={() => act(turn)}
              >
                {labels.first}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
