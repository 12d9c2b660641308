/** Runs projects of vitest.config.ts and counts by the JSON report. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot, runTool } from '../program/index.ts'
import type { Outcome } from './outcome.ts'
import { readVitestReport, type VitestReport } from './read-vitest-report.ts'

/** A machine with other work takes far longer than a quiet one; what hangs is ended after all. */
const limit = 900_000

export async function runVitest(...projects: ('pure' | 'unit' | 'browser')[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'nodebook-test-'))
  const file = join(folder, 'report.json')
  const config = join(projectRoot, 'verify/test/vitest.config.ts')
  try {
    const result = await runTool(
      'vitest',
      [
        ...['run', '--root', projectRoot, '--config', config],
        ...projects.flatMap((project) => ['--project', project]),
        ...['--passWithNoTests', '--reporter=json', `--outputFile=${file}`],
      ],
      { timeout: limit, env: { NO_COLOR: '1' } },
    )
    const text = await readFile(file, 'utf8').catch(() => undefined)
    const report = text === undefined ? undefined : (JSON.parse(text) as VitestReport)
    return readVitestReport(report, {
      root: projectRoot,
      ok: result.code === 0,
      printed: `${result.timedOut ? `Ended after ${limit / 1000} s.\n` : ''}${result.stdout}${result.stderr}`,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
