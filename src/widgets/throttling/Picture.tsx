/** Three lanes over one time: who waits, who runs, what is left. The same is said in words beside and below it. */
import { frameAt } from '#widgets/kit'
import type { Language } from './labels.ts'
import { requestsOf, stretchesOf, type Stretch, type Timeline } from './timeline.ts'

type Props = Language & { readonly timeline: Timeline; readonly now: number; readonly most: Most }

/** What fills a lane to the top. */
export type Most = { readonly cpus: number; readonly left: number; readonly period: number }

const width = 1000
const height = 40

const Lane = ({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) => (
  <div class="lane">
    <span>{name}</span>
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {children}
    </svg>
  </div>
)

export const Picture = ({ timeline, now, most, wording, labels }: Props) => {
  const end = Math.max(1, frameAt(timeline, timeline.length).state.now)
  const instant = frameAt(timeline, now).state.now
  const x = (time: number): number => (width * time) / end
  const stretches = stretchesOf(timeline)
  const requests = requestsOf(timeline)
  const row = height / Math.max(1, requests.length)
  const periods = Array.from({ length: Math.floor(end / most.period) }, (_, at) => (at + 1) * most.period)
  const common = (
    <>
      {periods.map((time) => (
        <line key={time} class="period" x1={x(time)} x2={x(time)} y2={height} />
      ))}
      <line class="now" x1={x(instant)} x2={x(instant)} y2={height} />
    </>
  )
  const box = ({ from, to }: Pick<Stretch, 'from' | 'to'>, of: number) => ({
    x: x(from),
    width: x(to - from),
    y: height * (1 - of),
    height: height * of,
  })
  return (
    <div class="picture" role="img" aria-label={labels.picture(wording.time(0), wording.time(end))}>
      <Lane name={labels.lanes.requests}>
        {requests.map(({ from, to }, at) => (
          <rect
            key={from}
            class="request"
            x={x(from)}
            width={x((to ?? end) - from)}
            y={at * row + 1}
            height={row - 2}
          />
        ))}
        {common}
      </Lane>
      <Lane name={labels.lanes.cpus}>
        {stretches.map((one) =>
          one.throttled ? (
            <rect key={one.from} class="held" {...box(one, 1)} />
          ) : (
            <rect key={one.from} class="runs" {...box(one, one.rate / most.cpus)} />
          ),
        )}
        {common}
      </Lane>
      <Lane name={labels.lanes.left}>
        {stretches.map(({ from, to, leftBefore, leftAfter }) => {
          const y = (left: number): number => height * (1 - left / most.left)
          const points = [
            [from, 0],
            [from, leftBefore],
            [to, leftAfter],
            [to, 0],
          ] as const
          return (
            <polygon
              key={from}
              class="left"
              points={points.map(([time, left]) => `${x(time)},${y(left)}`).join(' ')}
            />
          )
        })}
        {common}
      </Lane>
      <p class="key" aria-hidden="true">
        <span>{wording.time(0)}</span>
        <span>
          <i class="runs" /> {labels.cpusInUse} <i class="held" /> {labels.throttled}
        </span>
        <span>{wording.time(end)}</span>
      </p>
    </div>
  )
}
