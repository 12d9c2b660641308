/** A service and an instant as a link holds them: `burst.7.60-4-250-50-100-0`. Whatever else stands there is no state. */
import { scenarioById, type Scenario } from './scenarios.ts'
import { bounds, knobNames, turn, type Knobs } from './service.ts'

export type Place = { readonly scenario: Scenario; readonly knobs: Knobs; readonly now: number }

export const encode = ({ scenario, knobs, now }: Place): string =>
  [scenario.id, now, knobNames.map((name) => knobs[name]).join('-')].join('.')

export const isWithin = (name: keyof Knobs, value: number): boolean => {
  const [from, to] = bounds[name]
  return Number.isInteger(value) && value >= from && value <= to
}

export const decode = (text: string): Place | undefined => {
  const [id = '', now = '', written = ''] = text.split('.')
  const scenario = scenarioById(id)
  const numbers = written.split('-')
  if (!scenario || !/^\d{1,4}$/.test(now) || numbers.length !== knobNames.length) return undefined
  if (
    !numbers.every(
      (number, at) => /^\d{1,5}$/.test(number) && isWithin(knobNames[at] ?? 'work', Number(number)),
    )
  )
    return undefined
  const given = Object.fromEntries(knobNames.map((name, at) => [name, Number(numbers[at])]))
  return { scenario, knobs: turn(scenario.knobs, given), now: Number(now) }
}
