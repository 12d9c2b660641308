/** Runs stages in the order given, as many at a time as there are lanes, none before those it comes after. */
import { failed, skipped, type Outcome } from './outcome.ts'
import type { Finished, Stage } from './stage.ts'

export async function runStages(
  stages: readonly Stage[],
  lanes: number,
  report: (finished: Finished) => void,
): Promise<Finished[]> {
  const waiting = [...stages]
  const running = new Map<string, Promise<void>>()
  const done = new Map<string, Finished>()

  while (waiting.length > 0 || running.size > 0) {
    const unfinished = new Set([...running.keys(), ...waiting.map(({ name }) => name)])
    const next = waiting.find(({ needs, after }) =>
      [...needs, ...after].every((name) => !unfinished.has(name)),
    )
    if (next === undefined && running.size === 0) {
      throw new Error(`Stages wait for each other: ${waiting.map(({ name }) => name).join(', ')}.`)
    }
    if (next !== undefined && running.size < lanes) {
      waiting.splice(waiting.indexOf(next), 1)
      running.set(
        next.name,
        runStage(next, done).then((finished) => {
          running.delete(next.name)
          done.set(next.name, finished)
          report(finished)
        }),
      )
    } else {
      await Promise.race(running.values())
    }
  }
  return [...done.values()]
}

async function runStage(stage: Stage, done: ReadonlyMap<string, Finished>): Promise<Finished> {
  const start = performance.now()
  const broken = stage.needs.find((name) => done.get(name)?.outcome.failures.length)
  const outcome: Outcome = broken
    ? skipped(stage.name, `not reached, because ${broken} failed`)
    : await stage.run().catch((error: unknown) => failed(stage.name, String((error as Error).stack ?? error)))
  return { stage, outcome, milliseconds: performance.now() - start }
}
