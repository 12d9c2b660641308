import { useEffect, useRef, useState } from 'preact/hooks'
import { putFragment, useFragment } from '#widgets/kit'
import { decode, encode, type Shown } from './codec.ts'
import type { Machine } from './machine.ts'
import { openScenario } from './scenarios.ts'

const begin = (scenario: string | undefined): Shown => {
  const found = openScenario(scenario)
  return { scenario: found, machine: found.machine }
}

export const useMachine = (id: string, scenario: string | undefined) => {
  const [shown, show] = useState(() => begin(scenario))
  const untouched = useRef(true)
  const put = () => putFragment(id, encode(shown))
  useFragment(id, (text) => {
    const found = decode(text)
    if (found) show(found)
  })
  // A page that is only read keeps the address it came with.
  useEffect(() => {
    if (!untouched.current) put()
    untouched.current = false
  }, [shown])
  return {
    ...shown,
    put,
    start: (id: string) => show(begin(id)),
    set: (machine: Machine) => show({ ...shown, machine }),
  }
}
