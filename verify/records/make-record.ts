/** What a replay that passed leaves behind as its proof, or why it may not. Pure. */
import {
  findSecret,
  hashExpectations,
  hashInputs,
  judge,
  type ProofRecord,
  type RecordedCommand,
} from '#ledger'
import { usedFiles, type CommandResult, type Loaded, type Replay } from '#verify/replay/index.ts'

export type Made = { ok: true; record: ProofRecord } | { ok: false; refusals: string[] }

export function makeRecord(loaded: Loaded, replay: Replay): Made {
  const { transcript, id } = loaded
  const { environment } = replay
  const files = usedFiles(loaded)
  const refusals = replay.commands.flatMap((result) => refuseSecret(transcript.file, result))
  if (refusals.length > 0) return { ok: false, refusals }
  if (!environment) return { ok: false, refusals: [`${transcript.file}: nothing is known of where it ran`] }
  const record: ProofRecord = {
    schema: 1,
    transcript: id,
    target: replay.target,
    environment: sortKeys(environment),
    started: replay.started,
    inputs: hashInputs(transcript, files),
    expectations: hashExpectations(transcript),
    commands: replay.commands.map(recordCommand),
  }
  const judgement = judge(transcript, record, files)
  if (judgement.state === 'stale')
    return { ok: false, refusals: [`${transcript.file}: not all of it was run`] }
  const differing = judgement.commands.filter(({ state }) => state === 'differs')
  // A secret that is hidden everywhere, but was matched by another type where it stands again.
  const again = differing.map(
    ({ command, step }) =>
      `${transcript.file}:${command.at.line}  step "${step.id}"\n  refused   its output holds what a <secret> matched elsewhere\n  Write <secret> where it stands here, too.`,
  )
  return again.length > 0 ? { ok: false, refusals: again } : { ok: true, record }
}

function refuseSecret(file: string, result: CommandResult): string[] {
  const secret = 'did' in result ? findSecret(result.did.output) : undefined
  if (!secret) return []
  return [
    `${file}:${result.command.at.line}  step "${result.step.id}"\n  refused   line ${secret.line} of the output holds ${secret.what}, and a record is public\n  Write <secret> where it stands, or do not print it.`,
  ]
}

function recordCommand(result: CommandResult): RecordedCommand {
  const shared = { step: result.step.id, index: result.index, command: result.command.text }
  if (!('did' in result)) return shared
  const { output, unterminated, dropped, exit, milliseconds, tries } = result.did
  return {
    ...shared,
    output,
    ...(unterminated ? { unterminated } : {}),
    ...(dropped > 0 ? { dropped } : {}),
    exit,
    milliseconds: Math.round(milliseconds * 10) / 10,
    ...(tries === undefined ? {} : { tries }),
  }
}

const sortKeys = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T
