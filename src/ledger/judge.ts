/**
 * Holds a record against its transcript as it stands now, without a machine. Inputs that changed make it stale;
 * otherwise the recorded output is matched again, so an expectation that changed is checked at once.
 */
import {
  chooseExpectation,
  classify,
  matchCommand,
  noBindings,
  type Bindings,
  type Command,
  type Match,
  type Mismatch,
  type Step,
  type Transcript,
} from '#transcript'
import { factsOf } from './facts.ts'
import { hashInputs, type UsedFiles } from './hashes.ts'
import type { ProofRecord, RecordedCommand } from './types.ts'

export type JudgedCommand = { step: Step; command: Command; recorded: RecordedCommand } & (
  | { state: 'verified' | 'ran'; match: Match }
  | { state: 'not-run' }
  | { state: 'differs'; mismatch: Mismatch }
)

export type Judgement = { state: 'stale' } | { state: 'current'; commands: JudgedCommand[] }

export function judge(transcript: Transcript, record: ProofRecord, files?: UsedFiles): Judgement {
  if (record.inputs !== hashInputs(transcript, files)) return { state: 'stale' }
  const facts = factsOf(record.environment, record.target)
  const commands: JudgedCommand[] = []
  let bindings: Bindings = noBindings
  for (const step of transcript.steps)
    for (const [index, command] of step.commands.entries()) {
      const recorded = record.commands.find((each) => each.step === step.id && each.index === index)
      // Same inputs, yet a command without its record: the run was cut short, and proves nothing.
      if (recorded === undefined || recorded.command !== command.text) return { state: 'stale' }
      const shared = { step, command, recorded }
      if (command.directives.notRun !== undefined) {
        commands.push({ ...shared, state: 'not-run' })
        continue
      }
      const { output, exit } = recorded
      if (output === undefined || exit === undefined) return { state: 'stale' }
      const match = matchCommand(command, facts, { output, exit }, bindings)
      if (!match.ok) {
        commands.push({ ...shared, state: 'differs', mismatch: match })
        continue
      }
      bindings = match.bindings
      const claim = classify(command, chooseExpectation(command, facts))
      commands.push({ ...shared, state: claim === 'verified' ? 'verified' : 'ran', match })
    }
  return { state: 'current', commands }
}
