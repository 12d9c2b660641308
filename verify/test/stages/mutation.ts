/** Every recorded output, changed in each way that should be noticed: each command is a check. */
import { globSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { projectRoot } from '../../program/index.ts'
import { checkRecords, surveyRecords, tallySurvey } from '../../records/index.ts'
import { loadTranscript } from '../../replay/index.ts'
import { skipped, type Outcome } from '../outcome.ts'

export async function mutateRecords(root = projectRoot): Promise<Outcome> {
  const files = globSync(['content/*/*.transcript', 'verify/demo/*.transcript'], { cwd: root }).sort()
  const loads = await Promise.all(files.map((file) => loadTranscript(joinPath(root, file), root)))
  // A transcript that cannot be read fails in the stages that replay it.
  const book = loads.flatMap((load) => (load.ok ? [load.loaded] : []))
  const { commands, wrong } = tallySurvey(surveyRecords(checkRecords(book)))
  if (commands === 0) return skipped('mutation', 'nothing has been recorded yet')
  const failures = wrong.map((message) => ({ what: message.split('\n')[0] ?? 'mutation', message }))
  const places = new Set(failures.map(({ what }) => what))
  return { passed: Math.max(0, commands - places.size), failures, skips: [] }
}
