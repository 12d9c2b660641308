/**
 * The model `list-watch` on a real API server: ConfigMaps, written and watched over HTTPS by a Python client in the
 * transcript's place. No request makes a server forget: where a case says so, the client asks for version 1 instead of
 * the one it has, which no server remembers that has been up for a moment. So what is seen there is what a server
 * answers to one who comes too late, and not when it forgets. And lists are asked for as of a version after the last
 * write: k3s over kine gave an older one to 1 of 600 who did not ask (k3s-io/kine, issue 577).
 */
import { join } from 'node:path'
import type { Action } from '#models/list-watch'
import type { Bench } from '../bench.ts'
import { openInBatches, programFile } from '../in-batches.ts'
import { onePythonProgram } from '../one-python-program.ts'
import { seenSchema, type Given, type Seen } from './seen.ts'
import { subject } from './subject.ts'

const program = onePythonProgram(
  ['server', 'versions', 'case', 'main'].map((name) => join(import.meta.dirname, 'client', `${name}.py`)),
)

type Said = { readonly seen: readonly unknown[] } | { readonly lost: string }

/** Throws where the client lost its way: that is no observation. */
const observe = (said: unknown): readonly Seen[] => {
  const line = said as Said
  if ('lost' in line) throw new Error(line.lost)
  return line.seen.map((one) => seenSchema.parse(one))
}

export const listWatch: Bench<Given['input'], Action, Seen> = {
  subject,
  targets: ['k3s'],
  cases: 400,
  open: (place) =>
    openInBatches(place, {
      id: 'conformance/list-watch',
      needs: [],
      files: [programFile('client.py', program)],
      keyOf: () => 'all',
      send: ({ actions }) => actions,
      command: () => 'python3 -I client.py <cases',
      observe,
      most: 100,
      sandboxes: 1,
    }),
}
