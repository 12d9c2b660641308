/** `npm run nightly`: arguments, progress, files and exit codes. */
import { nameOf } from '#conformance'
import { join, resolve } from 'node:path'
import { projectRoot } from '#verify/program/index.ts'
import { benches } from '#verify/conformance/benches.ts'
import { stopOnSignals } from '#verify/cli/stop-on-signals.ts'
import { writeWhole } from '#verify/records/index.ts'
import { CallError, help, readCall, type Call } from './arguments.ts'
import { isWhole, planParts, type Model } from './plan-parts.ts'
import { prepareGround } from './prepare-ground.ts'
import { runPart, type Site } from './run-part.ts'
import { showJunit } from './show-junit.ts'
import { showMarkdown } from './show-markdown.ts'
import { spendNight } from './spend-night.ts'
import { exitOf, recordNight, sumNight } from './sum-night.ts'
import { nothingFound, type Night } from './types.ts'

/** A part that takes longer has hung: under emulation the longest takes a quarter of an hour. */
const limit = 40 * 60_000

const usualCases = 2_000

const models = (): Model[] =>
  [...benches.values()].map((bench) =>
    bench(({ subject, targets, cases = usualCases }) => ({
      ...{ name: nameOf(subject), targets, cases, measured: subject.measured !== undefined },
    })),
  )

process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<number> {
  try {
    const call = readCall(argv, [...benches.keys()])
    if (call) return await obey(call)
    console.log(help)
    return 0
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    console.error(`${error.message}\n\n${help}`)
    return 2
  }
}

async function obey(call: Call): Promise<number> {
  const stop = stopOnSignals()
  const site: Site = { say: clockedSay(), signal: stop.signal, env: {}, limit }
  const parts = planParts(call, models())
  site.say(`${parts.length} parts, seed ${call.seed}`)
  const { ground, env, end } = await prepareGround(call, parts, site)
  // However it goes, its cluster does not stay.
  const night = await spendNight(call, parts, ground, runPart, { ...site, env }).catch(
    async (error: unknown) => {
      await end()
      throw error
    },
  )
  const whole = withEnd(night, await end())
  writeReports(whole, call)
  const { drifts, skips, transcripts, cases } = sumNight(whole)
  for (const { what, todo } of drifts) console.log(`DRIFT  ${what}\n       ${todo}`)
  console.log(
    `${transcripts.passed} transcripts passed, ${cases.agree} cases agree, ${drifts.length} drifted, ${skips.length} skipped; report in ${call.out}`,
  )
  return stop.exitCode() ?? exitOf(whole)
}

/** A cluster that does not go down again is a finding. */
function withEnd(night: Night, faults: readonly string[]): Night {
  if (faults.length === 0) return night
  const drifts = faults.map((detail) => ({
    ...{ kind: 'leftover' as const, part: 'cluster', what: 'the cluster did not go down', detail },
    todo: 'npm run cluster -- status, then npm run cluster -- down --all',
  }))
  return { ...night, findings: [...night.findings, { ...nothingFound('cluster', 0), drifts }] }
}

function writeReports(night: Night, call: Call): void {
  const { out, record } = call
  const folder = resolve(process.env['INIT_CWD'] ?? '', out)
  writeWhole(join(folder, 'report.json'), spell(night))
  writeWhole(join(folder, 'report.md'), showMarkdown(night))
  writeWhole(join(folder, 'report.xml'), showJunit(night))
  if (!record) return
  if (isWhole(call)) writeWhole(join(projectRoot, 'content/nightly.json'), spell(recordNight(night)))
  else console.log('not kept for /proof/: it was not the whole book, on every target, with every model')
}

function spell(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Each line with the time since the start. */
function clockedSay(): (line: string) => void {
  const start = performance.now()
  return (line) => {
    const seconds = Math.floor((performance.now() - start) / 1000)
    console.log(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}  ${line}`)
  }
}
