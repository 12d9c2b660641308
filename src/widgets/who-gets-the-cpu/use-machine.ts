import { useState } from 'preact/hooks'
import { useAddress } from '#widgets/kit'
import { decode, encode, type Shown } from './codec.ts'
import type { Machine } from './machine.ts'
import { openScenario } from './scenarios.ts'

const begin = (scenario: string | undefined): Shown => {
  const found = openScenario(scenario)
  return { scenario: found, machine: found.machine }
}

export const useMachine = (id: string, scenario: string | undefined) => {
  const [shown, show] = useState(() => begin(scenario))
  const put = useAddress(id, encode(shown), (text) => {
    const found = decode(text)
    if (found) show(found)
  })
  return {
    ...shown,
    put,
    start: (id: string) => show(begin(id)),
    set: (machine: Machine) => show({ ...shown, machine }),
  }
}
