/** The proof of one step on one target: what its commands printed, and the line that says so. Pure. */
import type { JudgedCommand } from '#ledger'
import { piecesOf, type Step } from '#transcript'
import type { Piece } from '../step/expected.ts'
import type { Proved } from './prove.ts'

export type State = JudgedCommand['state']

export type StepProof = {
  proved: Proved
  commands: JudgedCommand[]
  /** States that occur, most telling first. */
  states: { state: State; count: number }[]
  milliseconds: number
  /** The most tries that any `@until` of the step took. */
  tries: number | undefined
}

const order: State[] = ['differs', 'verified', 'ran', 'not-run']

export function proofOfStep(proved: Proved, step: Step): StepProof {
  const commands = proved.commands.filter((each) => each.step.id === step.id)
  const states = order
    .map((state) => ({ state, count: commands.filter((each) => each.state === state).length }))
    .filter(({ count }) => count > 0)
  const tries = commands.flatMap(({ recorded }) => recorded.tries ?? [])
  return {
    proved,
    commands,
    states,
    milliseconds: commands.reduce((sum, { recorded }) => sum + (recorded.milliseconds ?? 0), 0),
    tries: tries.length > 0 ? Math.max(...tries) : undefined,
  }
}

/** The recorded output, line by line, with what varies marked, and its exit status where that is not 0. */
export function recordedLines(judged: JudgedCommand): Piece[][] {
  const { output = '', exit = 0 } = judged.recorded
  const lines =
    'match' in judged ? piecesOf(output, judged.match) : output.split('\n').map((text) => [{ text }])
  return exit === 0 ? lines : [...lines, [{ text: `[exit ${exit}]` }]]
}

/** Two targets show the same where all that does not vary is the same. */
export function looksLike(one: readonly JudgedCommand[], other: readonly JudgedCommand[]): boolean {
  const skeleton = (commands: readonly JudgedCommand[]) =>
    JSON.stringify(
      commands.map((each) =>
        recordedLines(each).map((line) => line.map((piece) => piece.varies ?? `=${piece.text}`)),
      ),
    )
  return skeleton(one) === skeleton(other)
}
