/** A machine as a link holds it: `quota.1p.300-20-1.100-x-1`. Whatever else stands there is no state at all. */
import { most, type Knobs, type Machine } from './machine.ts'
import { scenarioById, type Scenario } from './scenarios.ts'

export type Shown = { readonly scenario: Scenario; readonly machine: Machine }

const write = ({ weight, quota, loops }: Knobs): string => `${weight}-${quota ?? 'x'}-${loops.join('')}`

export const encode = ({ scenario, machine }: Shown): string =>
  [scenario.id, `${machine.cpus}${machine.pinned ? 'p' : 'm'}`, ...machine.groups.map(write)].join('.')

const read =
  (columns: number) =>
  (text: string): Knobs | undefined => {
    const [, weight, quota, loops] = /^(\d{1,5})-(\d{1,4}|x)-(\d{1,4})$/.exec(text) ?? []
    if (!weight || !quota || loops?.length !== columns) return undefined
    const knobs = {
      weight: Number(weight),
      quota: quota === 'x' ? undefined : Number(quota),
      loops: [...loops].map(Number),
    }
    const fits =
      knobs.weight >= 1 &&
      knobs.weight <= most.weight &&
      (knobs.quota ?? 1) >= 1 &&
      (knobs.quota ?? 1) <= most.quota
    return fits ? knobs : undefined
  }

export const decode = (text: string): Shown | undefined => {
  const [id = '', mode = '', ...rest] = text.split('.')
  const scenario = scenarioById(id)
  const [, count, letter] = /^([12])([pm])$/.exec(mode) ?? []
  if (!scenario || !count) return undefined
  const cpus = Number(count)
  const pinned = letter === 'p'
  const groups = rest.map(read(pinned ? cpus : 1))
  if (groups.length !== scenario.places.length) return undefined
  return groups.every((knobs) => knobs !== undefined)
    ? { scenario, machine: { cpus, pinned, groups } }
    : undefined
}
