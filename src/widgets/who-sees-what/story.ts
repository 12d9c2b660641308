/** The stories of this widget on the model's own stage, and the rows of its table. */
import { findProcess, kinds, nameOf, type Life, type Process } from '#models/namespaces'
import { placeOf, scenarios, seatsOf, type Seat, type SeesTale } from '#models/namespaces/seats'
import { frameAt, type Stage, type Story } from '#widgets/kit'
import { namespacesStage, processesUntil, statesUntil } from '#widgets/kit/story/namespaces.ts'

export const stage: Stage<SeesTale> = namespacesStage<SeesTale>('who-sees-what', scenarios)

export type Row = {
  readonly process: Process
  readonly life: Life['is'] | 'gone'
  readonly seats: readonly Seat[]
}

/** All there have been, the oldest first. */
export const rowsAt = (story: Story<SeesTale>, now: number): readonly Row[] => {
  const states = statesUntil(story, now)
  const { state } = frameAt(story.frames, now)
  const before = states.at(-2) ?? state
  return processesUntil(states).map((process) => {
    const here = findProcess(state, process.id)
    return { process, life: here?.life.is ?? 'gone', seats: here ? seatsOf(state, before, here) : [] }
  })
}

/** `sh 4022`: what it has that the machine's first process has not, a line each */
export const elsewhereAt = (
  { frames }: Story<SeesTale>,
  now: number,
  nameSeat: (kind: Seat['kind'], place: number) => string,
): readonly string[] => {
  const { state } = frameAt(frames, now)
  return state.processes
    .filter(({ life, parent }) => life.is === 'running' && parent !== 0)
    .map((process) => {
      const own = kinds
        .map((kind) => [kind, placeOf(state, process, kind)] as const)
        .filter(([, place]) => place > 0)
      const name = `\`${nameOf(process)}\``
      return own.length === 0
        ? name
        : `${name}: ${own.map(([kind, place]) => nameSeat(kind, place)).join(', ')}`
    })
}
