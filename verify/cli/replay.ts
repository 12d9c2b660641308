/** `npm run verify`: replays, reports, keeps records, writes files for other programs. */
import type { Target as TargetName } from '#transcript'
import { keepRecord } from '#verify/records/index.ts'
import { exitCode, plan, replayAll, systemClock, type Loaded, type Watcher } from '#verify/replay/index.ts'
import { createProgress, summaryLines, toJson, toJunit, type Screen } from '#verify/report/index.ts'
import { loadTargets, type Target } from '#verify/targets/index.ts'
import type { Call } from './arguments.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { writeReport } from './write-report.ts'

export async function replayBook(
  call: Call,
  book: readonly Loaded[],
  required: ReadonlySet<TargetName>,
  screen: Screen,
): Promise<number> {
  const start = performance.now()
  const named = book.flatMap(({ transcript }) => transcript.header.targets)
  const targets = await loadTargets(named)
  await prepareNamed(call, targets, screen)
  const planned = await plan(book, [...targets.values()], call.targets)
  const stop = stopOnSignals()
  const progress = createProgress(screen, planned.tasks.length)
  const refused: string[] = []
  const watcher: Watcher = {
    ...progress,
    finished: (task, replay) => {
      void progress.finished?.(task, replay)
      if (call.record !== 'none') keep(task.loaded, replay)
    },
  }
  const keep = (...[loaded, replay]: [Loaded, Parameters<typeof keepRecord>[1]]) => {
    const kept = attempt(() => keepRecord(loaded, replay, call.record === 'all'))
    if (kept.state === 'written') progress.line(`      recorded in ${kept.file}`)
    if (kept.state !== 'refused') return
    refused.push(loaded.id)
    progress.line(['      not recorded:', ...kept.reasons].join('\n'))
  }
  const { jobs, keep: keeping, bail } = call
  const finished = await replayAll(planned, {
    jobs,
    keep: keeping,
    bail,
    clock: systemClock,
    signal: stop.signal,
    watcher,
  })
  progress.end()
  summaryLines(finished, performance.now() - start).forEach((line) => progress.line(line))
  const insisted = new Set([...(call.targets === 'auto' ? [] : call.targets), ...required])
  const code = stop.exitCode() ?? exitCode(finished, insisted)
  const exit = code === 0 && refused.length > 0 ? 1 : code
  writeReport(call.json, () => toJson(finished, exit))
  writeReport(call.junit, () => toJunit(finished))
  return exit
}

/** Only what was asked for by name is fetched; what then still lacks is said by the plan. */
async function prepareNamed(
  { targets: asked }: Call,
  targets: ReadonlyMap<TargetName, Target>,
  screen: Screen,
): Promise<void> {
  if (asked === 'auto') return
  for (const name of asked) {
    const say = (line: string) => screen.write(`${line}\n`)
    await targets
      .get(name)
      ?.prepare?.(say)
      .catch((error: Error) => say(error.message))
  }
}

type Attempted = ReturnType<typeof keepRecord>

/** A record that can't be written must not end the other replays. */
function attempt(write: () => Attempted): Attempted {
  try {
    return write()
  } catch (error) {
    return { state: 'refused', reasons: [(error as Error).message] }
  }
}
