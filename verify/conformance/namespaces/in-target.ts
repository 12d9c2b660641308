/** The same actors in another target's sandbox. */
import type { Case } from '#conformance'
import type { Action, Input } from '#models/namespaces'
import { openInBatches, programFile } from '../in-batches.ts'
import type { Place } from '../place.ts'
import { actors } from './actors.ts'
import { observe } from './observe.ts'

type Given = Case<Input, Action>

/** The first line that the actors print is about themselves. */
const command = ({ input }: Given): string =>
  `python3 -I actors.py ${input.level} ${input.ids > 1 ? 'within' : 'own'} <cases | tail -n +2`

export const openInTarget = (place: Place) =>
  openInBatches(place, {
    id: 'conformance/namespaces',
    needs: ['uid-range'],
    files: [programFile('actors.py', actors)],
    keyOf: ({ input }: Given) => `${input.level} ${input.ids}`,
    send: ({ actions }) => actions,
    command,
    observe,
    most: 150,
    sandboxes: 2,
  })
