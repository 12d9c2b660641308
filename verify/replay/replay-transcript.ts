/** One transcript on one target: opens a session, replays, closes it whatever happened, and says what stayed. */
import type { Command } from '#transcript'
import type { Closing, Order } from '../targets/types.ts'
import { replayCommands } from './replay-commands.ts'
import type { Clock, Replay, Task } from './types.ts'

export type ReplayOptions = {
  keep: boolean
  clock: Clock
  signal: AbortSignal
  onCommand?: (place: number) => void
}

export async function replayTranscript(
  { loaded, target }: Task,
  { keep, clock, signal, onCommand }: ReplayOptions,
): Promise<Replay> {
  const { id, transcript, files } = loaded
  const probing = target.probe(transcript.header)
  const start = clock.now()
  const started = clock.date().toISOString()
  const order: Order = { id, transcript, files, keep }
  // Alongside the probe; not at all where nothing is to be run.
  const opened = transcript.steps.some(({ commands }) => commands.some(isRun))
    ? target.open(order)
    : undefined
  opened?.catch(() => {})
  const { environment, facts } = await probing
  const end = () => void opened?.then((session) => session.close()).catch(() => {})
  signal.addEventListener('abort', end, { once: true })
  const faults: string[] = []
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      faults.push((error as Error).message)
      return undefined
    }
  }
  const commands = await attempt(() =>
    replayCommands(transcript, {
      session: opened,
      facts,
      clock,
      signal,
      ...(onCommand ? { onCommand } : {}),
    }),
  )
  const session = await opened?.catch(() => undefined)
  const closing: Closing | undefined = session && (await attempt(() => session.close()))
  signal.removeEventListener('abort', end)
  return {
    id,
    target: target.name,
    transcript,
    environment,
    started,
    milliseconds: clock.now() - start,
    commands: commands ?? [],
    leftovers: closing?.leftovers ?? [],
    ...(closing?.enter === undefined ? {} : { enter: closing.enter }),
    ...(faults.length === 0 ? {} : { fault: faults.join('\n') }),
    ...(signal.aborted ? { stopped: true } : {}),
  }
}

const isRun = ({ directives }: Command): boolean => directives.notRun === undefined
