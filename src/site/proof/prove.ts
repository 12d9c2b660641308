/** What the records say of a transcript: on each of its targets proved, stale, or awaiting proof. */
import { judge, type JudgedCommand, type ProofRecord } from '#ledger'
import type { Target, Transcript } from '#transcript'
import { records } from './read-records.ts'
import { filesUsedBy } from './used-files.ts'

export type TargetProof = { target: Target } & (
  | { state: 'proved'; record: ProofRecord; commands: JudgedCommand[] }
  | { state: 'stale'; record: ProofRecord }
  | { state: 'awaiting' }
)

// Every step of a transcript asks, in each language; records are matched once a build.
const proved = new Map<Transcript, TargetProof[]>()

/** `id` is `chapter/name`; the first target of the header comes first. */
export function prove(id: string, transcript: Transcript): TargetProof[] {
  const known = proved.get(transcript)
  if (known) return known
  const proofs = holdAgainstRecords(id, transcript)
  proved.set(transcript, proofs)
  return proofs
}

function holdAgainstRecords(id: string, transcript: Transcript): TargetProof[] {
  return transcript.header.targets.map((target) => {
    const record = records.find((each) => each.transcript === id && each.target === target)
    if (record === undefined) return { target, state: 'awaiting' }
    const judgement = judge(transcript, record, filesUsedBy(id, transcript))
    return judgement.state === 'stale'
      ? { target, state: 'stale', record }
      : { target, state: 'proved', record, commands: judgement.commands }
  })
}

export type Proved = Extract<TargetProof, { state: 'proved' }>

export const isProved = (proof: TargetProof): proof is Proved => proof.state === 'proved'
