/** `npm run verify`: replays, reports, keeps records, writes files for other programs. */
import type { Target as TargetName } from '#transcript'
import { exitCode, plan, replayAll, systemClock, type Loaded } from '#verify/replay/index.ts'
import { createProgress, summaryLines, toJson, toJunit, type Screen } from '#verify/report/index.ts'
import { loadTargets, type Target } from '#verify/targets/index.ts'
import type { Call } from './arguments.ts'
import { createRecorder } from './recorder.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { writeReport } from './write-report.ts'

export async function replayBook(
  call: Call,
  book: readonly Loaded[],
  required: ReadonlySet<TargetName>,
  screen: Screen,
): Promise<number> {
  const start = performance.now()
  const stop = stopOnSignals()
  const { kubeconfig } = call
  const targets = await loadTargets(
    book.flatMap(({ transcript }) => transcript.header.targets),
    kubeconfig === undefined ? {} : { kubeconfig },
  )
  await prepareNamed(call, targets, screen)
  const planned = await plan(book, [...targets.values()], call.targets)
  const progress = createProgress(screen, planned.tasks.length)
  const recorder = createRecorder(call, progress.line)
  const finished = await replayAll(planned, {
    jobs: call.jobs,
    keep: call.keep,
    bail: call.bail,
    clock: systemClock,
    signal: stop.signal,
    watcher: {
      ...progress,
      finished(task, replay) {
        progress.finished(task, replay)
        recorder.keep(task.loaded, replay)
      },
    },
  })
  progress.end()
  summaryLines(finished, performance.now() - start).forEach(progress.line)
  const insisted = new Set([...(call.targets === 'auto' ? [] : call.targets), ...required])
  const code = stop.exitCode() ?? exitCode(finished, insisted)
  const exit = code === 0 && recorder.hasRefused() ? 1 : code
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
  const say = (line: string) => screen.write(`${line}\n`)
  for (const name of asked) {
    await targets
      .get(name)
      ?.prepare?.(say)
      .catch((error: Error) => say(error.message))
  }
}
