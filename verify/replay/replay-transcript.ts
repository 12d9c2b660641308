/** One transcript on one target: opens a session, replays, closes it whatever happened, and says what stayed. */
import type { Command } from '#transcript'
import type { Order } from '../targets/types.ts'
import { replayCommands } from './replay-commands.ts'
import type { Clock, Replay, Task } from './types.ts'

export type ReplayOptions = {
  keep: boolean
  clock: Clock
  signal: AbortSignal
  onCommand?: (place: number) => void
}

export async function replayTranscript(task: Task, options: ReplayOptions): Promise<Replay> {
  const { loaded, target } = task
  const { id, transcript, files } = loaded
  const { keep, clock, signal } = options
  const start = clock.now()
  const started = clock.date().toISOString()
  const order: Order = { id, transcript, files, keep }
  // Alongside the probe; not at all where nothing is to be run.
  const opened = transcript.steps.some(({ commands }) => commands.some(isRun))
    ? target.open(order)
    : undefined
  const end = () => void opened?.then((session) => session.close()).catch(() => {})
  signal.addEventListener('abort', end, { once: true })
  const faults = new Set<string>()
  const attempt = <T>(work: Promise<T> | undefined): Promise<T | undefined> =>
    Promise.resolve(work).catch((error: Error) => void faults.add(error.message))

  const [probe, session] = await Promise.all([attempt(target.probe(transcript.header)), attempt(opened)])
  const ready = probe && (session || !opened)
  const commands = ready && (await attempt(replayCommands(transcript, session, probe.facts, options)))
  const closing = await attempt(session?.close())
  signal.removeEventListener('abort', end)
  return {
    id,
    target: target.name,
    transcript,
    ...(probe ? { environment: probe.environment } : {}),
    started,
    milliseconds: clock.now() - start,
    commands: commands || [],
    leftovers: closing?.leftovers ?? [],
    ...(closing?.enter === undefined ? {} : { enter: closing.enter }),
    ...(faults.size === 0 ? {} : { fault: [...faults].join('\n') }),
    ...(signal.aborted ? { stopped: true } : {}),
  }
}

const isRun = ({ directives }: Command): boolean => directives.notRun === undefined
