/**
 * Whether a new record says anything that the old one does not: other inputs, environment, exits, or output. What a
 * placeholder matched varies from run to run and is no news; nor are dates, timings and tries. Pure.
 */
import { isDeepStrictEqual } from 'node:util'
import { judge, type JudgedCommand, type ProofRecord } from '#ledger'
import { piecesOf } from '#transcript'
import { usedFiles, type Loaded } from '#verify/replay/index.ts'

export function isSameProof(loaded: Loaded, old: ProofRecord, now: ProofRecord): boolean {
  if (old.transcript !== now.transcript || old.inputs !== now.inputs) return false
  if (old.expectations !== now.expectations || !isDeepStrictEqual(old.environment, now.environment))
    return false
  const before = fixedPart(loaded, old)
  return before !== undefined && isDeepStrictEqual(before, fixedPart(loaded, now))
}

/** Undefined where the record no longer holds. */
function fixedPart(loaded: Loaded, record: ProofRecord): unknown[] | undefined {
  const judgement = judge(loaded.transcript, record, usedFiles(loaded))
  if (judgement.state === 'stale' || judgement.commands.some(({ state }) => state === 'differs'))
    return undefined
  return judgement.commands.map(fixedPartOf)
}

function fixedPartOf(judged: JudgedCommand): unknown {
  if (!('match' in judged)) return 'not-run'
  const { command, recorded, match } = judged
  const { output = '', exit, unterminated } = recorded
  // Of what merely ran, only the exit status was compared.
  if (command.directives.ran) return [exit]
  const lines = piecesOf(output, match).map((pieces) =>
    pieces.map(({ text, varies }) => (varies ? `<${varies}>` : spacing(text))).join(''),
  )
  if (command.directives.unordered) return [exit, unterminated, lines.toSorted()]
  return [exit, unterminated, lines.filter((line) => line !== anyLines)]
}

/** What only `...` matched: how many such lines there are varies, too. */
const anyLines = '<...>'

/** Columns are padded by the width of what varies in them. */
const spacing = (text: string): string => text.replace(/[\t ]+/g, ' ')
