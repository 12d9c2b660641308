/** p99 and its neighbours, and what they come from. */
import type { Language } from './labels.ts'
import { counted, overloaded, type Figures } from './service.ts'

type Props = Pick<Language, 'labels' | 'wording'> & { readonly figures: Figures }

const Rows = ({ figures, labels, wording }: Props) => {
  const { p50, p99, worst, alone, throttled, periods } = figures
  const rows = [
    [labels.alone, wording.time(alone)],
    [labels.half, wording.time(p50)],
    [labels.most, wording.time(p99)],
    [labels.worst, wording.time(worst)],
    [labels.ofPeriods, `${throttled} / ${periods}`],
  ] as const
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name} class={name === labels.most ? 'p99' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export const FigureTable = (props: Props) => {
  const { figures, labels, wording } = props
  const used = wording.share(figures.used)
  const allowed = wording.share(figures.allowed)
  return (
    <div class="figures" role="group" aria-label={labels.figures}>
      {overloaded(figures) ? (
        <p class="failed">{labels.overloaded(used, allowed)}</p>
      ) : (
        <>
          <Rows {...props} />
          <p>
            <small>
              {labels.sum(used, allowed)} {labels.counted(counted)}
            </small>
          </p>
        </>
      )}
    </div>
  )
}
