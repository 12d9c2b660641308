/**
 * The commands of a transcript, in order, in one session. The first that differs is the last that runs: what follows
 * was written for the state that it should have left.
 */
import {
  chooseExpectation,
  classify,
  noBindings,
  pinnedOf,
  redact,
  type Bindings,
  type Command,
  type Facts,
  type Step,
  type Transcript,
} from '#transcript'
import type { Session } from '../targets/types.ts'
import { concealAll, expectsSecret, hidden, hideProblem, secretsIn } from './conceal.ts'
import { runCommand, type Attempt } from './run-command.ts'
import type { Clock, CommandResult } from './types.ts'

type Place = { step: Step; index: number; command: Command }

export type Watched = {
  clock: Clock
  signal: AbortSignal
  /** Told before each command that is run. */
  onCommand?: (place: number) => void
}

/** Without a session where no command is to be run. */
export async function replayCommands(
  transcript: Transcript,
  session: Session | undefined,
  facts: Facts,
  { clock, signal, onCommand }: Watched,
): Promise<CommandResult[]> {
  const source = transcript.source.join('\n')
  const places = placesOf(transcript)
  const results: CommandResult[] = []
  const secrets = new Set<string>()
  let bindings: Bindings = noBindings
  let reached = true
  for (const [at, place] of places.entries()) {
    const { command } = place
    const { notRun } = command.directives
    if (signal.aborted) reached = false
    if (!reached) results.push({ ...place, state: 'not-reached' })
    else if (notRun !== undefined) results.push({ ...place, state: 'not-run', reason: notRun })
    else {
      onCommand?.(at)
      if (!session) throw new Error('expected a session for the command, got none')
      const attempt = await runCommand(session, command, {
        facts,
        clock,
        bindings,
        limit: command.directives.timeout ?? transcript.header.timeout,
        last: at === places.length - 1,
      })
      if ('match' in attempt.judged) {
        bindings = attempt.judged.match.bindings
        secretsIn(attempt.judged.match, source).forEach((secret) => secrets.add(secret))
      } else reached = false
      results.push(resultOf(place, attempt, facts))
    }
  }
  return concealAll(results, secrets)
}

const placesOf = ({ steps }: Transcript): Place[] =>
  steps.flatMap((step) => step.commands.map((command, index) => ({ step, index, command })))

function resultOf(place: Place, attempt: Attempt, facts: Facts): CommandResult {
  const { judged, output, dropped, milliseconds, tries } = attempt
  const { command } = place
  if ('problem' in judged) {
    const secret = expectsSecret(command, facts)
    const problem = secret ? hideProblem(judged.problem) : judged.problem
    return { ...place, state: 'differs', problem, output: secret ? hidden : output, milliseconds, tries }
  }
  const { match, exit } = judged
  const claim = classify(command, chooseExpectation(command, facts))
  const did = {
    output: redact(output, match),
    unterminated: output !== '' && !output.endsWith('\n'),
    dropped,
    exit,
    milliseconds,
    ...(command.directives.until === undefined ? {} : { tries }),
  }
  return { ...place, state: claim === 'verified' ? 'verified' : 'ran', did, pinned: pinnedOf(match) }
}
