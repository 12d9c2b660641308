import { sharesOf, type Reason } from '#models/cpu-time'
import { Reasons, wordReason } from '#widgets/kit'
import type { Language } from './labels.ts'
import { most, type Knobs } from './machine.ts'
import type { Row } from './result.ts'

type Props = Language & {
  readonly row: Row
  readonly knobs: Knobs
  readonly pinned: boolean
  readonly turn: (to: Partial<Knobs>) => void
}

/** What stands in a field that is empty or out of bounds is not taken. */
const take = (text: string, from: number, to: number, use: (value: number) => void): void => {
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= from && value <= to) use(value)
}

const Fields = ({ row, knobs, pinned, turn, labels }: Props) => (
  <span class="knobs">
    <label title={labels.shares(sharesOf(knobs.weight))}>
      <code>{labels.weight}</code>{' '}
      <input
        type="number"
        class="wide"
        min={1}
        max={most.weight}
        value={knobs.weight}
        aria-label={`${row.name}: ${labels.weight}`}
        onInput={(event) => take(event.currentTarget.value, 1, most.weight, (weight) => turn({ weight }))}
      />
    </label>
    <label>
      <code>{labels.quota}</code>{' '}
      <input
        type="number"
        class="wide"
        min={1}
        max={most.quota}
        placeholder="max"
        value={knobs.quota ?? ''}
        aria-label={`${row.name}: ${labels.quota}, ${labels.per}`}
        onInput={(event) => {
          const { value } = event.currentTarget
          if (value === '') turn({ quota: undefined })
          else take(value, 1, most.quota, (quota) => turn({ quota }))
        }}
      />{' '}
      <small>{labels.per}</small>
    </label>
    {row.tone === undefined ? null : (
      <span class="loops">
        <small>{labels.loops}</small>
        {knobs.loops.map((count, cpu) => (
          <input
            key={cpu}
            type="number"
            min={0}
            max={most.loops}
            value={count}
            aria-label={`${row.name}: ${labels.loopsOn(pinned ? cpu : undefined)}`}
            onInput={(event) =>
              take(event.currentTarget.value, 0, most.loops, (value) =>
                turn({ loops: knobs.loops.map((old, at) => (at === cpu ? value : old)) }),
              )
            }
          />
        ))}
      </span>
    )}
  </span>
)

const Arithmetic = ({ row, wording, ui, labels }: Props) => {
  const word = (reasons: readonly Reason[]) => (
    <Reasons reasons={reasons.map(wordReason(wording.reasons))} ui={ui} />
  )
  const [only, ...more] = row.stretches
  if (!only || more.length === 0) return word(only?.reasons ?? [])
  return (
    <ol class="stretches">
      {row.stretches.map(({ from, to, rate, reasons }) => (
        <li key={from}>
          <b>{labels.from(wording.time(from), wording.time(to))}</b>
          {rate > 0 || reasons.length > 0 ? word(reasons) : <p>{labels.held}</p>}
        </li>
      ))}
      <li>
        <b>{labels.average}</b> {sumOf(row, wording)}
      </li>
    </ol>
  )
}

/** 40 ms × 50 % + 60 ms × 0 % */
const sumOf = ({ stretches, gets }: Row, wording: Language['wording']): string => {
  const parts = stretches.map(({ from, to, rate }) => `${wording.share(rate)} × ${wording.time(to - from)}`)
  const whole = wording.time((stretches.at(-1)?.to ?? 0) - (stretches[0]?.from ?? 0))
  return `(${parts.join(' + ')}) ÷ ${whole} = ${wording.share(gets)}`
}

export const Group = (props: Props) => {
  const { row, wording, labels } = props
  return (
    <li class={`in-${Math.min(row.depth, 3)}`}>
      <div class="line">
        <span class="name">
          {row.tone === undefined ? null : <i class={`tone-${row.tone}`} aria-hidden="true" />}
          <code>{row.name}</code>
        </span>
        <Fields {...props} />
      </div>
      <details>
        <summary>
          <b>{labels.gets(wording.share(row.gets))}</b> <small>{labels.arithmetic}</small>
        </summary>
        <Arithmetic {...props} />
      </details>
    </li>
  )
}
