/** Whose a file is that somebody makes further in: the number unfolds into its arithmetic. */
import type { State } from '#models/namespaces'
import { innerUsers, wayOut, type Leg, type Made } from '#models/namespaces/host'
import { Choice, Words } from '#widgets/kit'
import type { Language } from './labels.ts'
import { letterOf, outwardId } from './outward.ts'

type Props = Language & {
  readonly state: State
  readonly made: Made
  readonly make: (made: Made) => void
}

/** 10000 + (33 − 0) = 10033 */
const sum = ({ line: [inside, outside], from, to }: Leg): string =>
  `${outside} + (${from} − ${inside}) = ${to}`

const Answer = ({ state, made, wording, labels }: Omit<Props, 'make'>) => {
  const way = wayOut(state, made.user, 'uid', made.id)
  if (way.leads === 'nowhere')
    return (
      <p class="answer">
        <Words text={labels.file.noSuch(way.id, wording.user(outwardId(way.user)))} />
      </p>
    )
  return (
    <>
      <ol class="legs">
        {way.legs.map((leg) => (
          <li key={leg.user}>
            <code>{sum(leg)}</code>{' '}
            <small>
              <Words text={labels.file.line(letterOf(leg.user), leg.line.join(' '))} />
            </small>
          </li>
        ))}
      </ol>
      <p class="answer">
        <Words text={labels.file.owner(`${way.id}`)} />
      </p>
    </>
  )
}

export const MadeFile = ({ make, ...props }: Props) => {
  const { state, made, wording, labels } = props
  return (
    <div class="made">
      <p class="fields">
        <b>{labels.file.title}</b>
        <label>
          {labels.file.by}{' '}
          <input
            type="number"
            min={0}
            max={999999999}
            value={made.id}
            onInput={(event) =>
              make({ ...made, id: Math.max(0, Math.trunc(event.currentTarget.valueAsNumber) || 0) })
            }
          />
        </label>
        <Choice
          label={labels.file.in}
          values={innerUsers(state)}
          value={made.user}
          choose={(user) => make({ ...made, user })}
          show={(user) => wording.user(outwardId(user))}
        />
      </p>
      <div role="status">
        <Answer {...props} />
      </div>
    </div>
  )
}
