import { useMemo, useState } from 'preact/hooks'
import { useAddress, useClock } from '#widgets/kit'
import { decode, encode } from './codec.ts'
import { openScenario, type Scenario } from './scenarios.ts'
import type { Knobs } from './service.ts'
import { unroll } from './timeline.ts'

type Chosen = { readonly scenario: Scenario; readonly knobs: Knobs }

const begin = (scenario: string | undefined): Chosen => {
  const found = openScenario(scenario)
  return { scenario: found, knobs: found.knobs }
}

export const useService = (id: string, scenario: string | undefined) => {
  const [chosen, choose] = useState(() => begin(scenario))
  const timeline = useMemo(() => unroll(chosen.knobs), [chosen.knobs])
  const [clock, moveClock] = useClock(timeline.length - 1)
  const { now } = clock

  const show = (next: Chosen, at: number) => {
    choose(next)
    moveClock({ to: at, end: unroll(next.knobs).length - 1 })
  }
  const put = useAddress(id, encode({ ...chosen, now }), (text) => {
    const place = decode(text)
    if (place) show(place, place.now)
  })

  return {
    ...chosen,
    timeline,
    clock,
    moveClock,
    put,
    start: (id: string) => show(begin(id), 0),
    set: (knobs: Knobs) => show({ ...chosen, knobs }, 0),
  }
}

export type Shown = ReturnType<typeof useService>
