/** The same actors in another target's sandbox. */
import type { Case } from '#conformance'
import type { Action, Input } from '#models/kept-namespaces'
import { openInBatches, programFile } from '../in-batches.ts'
import type { Place } from '../place.ts'
import { actors } from './actors.ts'
import { observe } from './observe.ts'
import type { Seen } from './seen.ts'
import { send } from './send.ts'

const workers = 12

/** Lines come back as the cases are done; their numbers bring them into order. */
const command = `nl -ba -w1 -s' ' cases | python3 -I actors.py ${workers} | sort -n | cut -d' ' -f2-`

export const openInTarget = (place: Place) =>
  openInBatches<Input, Action, Seen>(place, {
    id: 'conformance/kept-namespaces',
    needs: [],
    files: [programFile('actors.py', actors)],
    keyOf: () => '',
    send: (given: Case<Input, Action>) => send(given),
    command: () => command,
    observe,
    most: 250,
    sandboxes: 2,
  })
