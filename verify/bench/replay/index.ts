/** `npm run bench -- replay`: what a replay costs beside bare bash and cram, in one run, medians of seven (of three for the vm). */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../program/index.ts'
import { holds, printMeasures, type Measure } from '../measure.ts'
import { bars } from './bars.ts'
import { haveCram } from './have-cram.ts'
import { median, runOnce, timeInTurns, type Runner } from './time-runs.ts'
import { count, writeClock, writeFixture, writeSixteen, type LoadName } from './write-fixtures.ts'

const rounds = 7
/** A vm takes as long as all else together. */
const boots = 3
const cli = join(projectRoot, 'verify/cli.ts')

const verify = (name: string, ...args: string[]): Runner => ({
  name,
  file: process.execPath,
  args: [cli, ...args],
})

async function measureLoad(folder: string, load: LoadName, cram: string | undefined): Promise<Measure[]> {
  const files = writeFixture(folder, load)
  const runners = [
    { name: 'bash', file: 'bash', args: [files.script] },
    verify('ours', '--target', 'host', files.transcript),
    verify('one', '--target', 'host', files.one),
    ...(cram ? [{ name: 'cram', file: cram, args: ['--shell=/bin/bash', files.cram] }] : []),
  ]
  const took = await timeInTurns(runners, rounds)
  console.log(
    `${count} ${load} commands: ${Object.entries(took)
      .map(([name, ms]) => `${name} ${Math.round(ms)} ms`)
      .join(', ')}`,
  )
  // What starting costs is measured by itself; here it is taken out with a transcript of one command.
  const overhead = (took['ours']! - took['one']! - took['bash']!) / count
  const bar = load === 'builtin' ? bars.builtinOverhead : bars.externalOverhead
  const measures: Measure[] = [{ what: `overhead of a ${load} command`, value: overhead, bar, unit: 'ms' }]
  if (cram && load === 'external')
    measures.push({
      what: `${count} external commands, against cram`,
      value: took['ours']! / took['cram']!,
      bar: bars.againstCram,
      unit: 'times',
    })
  return measures
}

/** From starting the program to the moment that the first command sees on its clock. */
async function measureStart(folder: string): Promise<Measure> {
  const json = join(folder, 'clock.json')
  const runner = verify('clock', '--target', 'host', '--json', json, writeClock(folder, 'host'))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = Date.now()
    await runOnce(runner)
    times.push(Number(/"(\d{19})\\n"/.exec(readFileSync(json, 'utf8'))![1]) / 1e6 - start)
  }
  return { what: 'start to first command', value: median(times), bar: bars.firstCommand, unit: 'ms' }
}

async function measureJobs(folder: string): Promise<Measure> {
  const files = writeSixteen(join(folder, 'sixteen'))
  const jobs = (n: number) => verify(`${n} jobs`, '--target', 'host', '--jobs', String(n), ...files)
  const took = await timeInTurns([jobs(1), jobs(2)], rounds)
  const value = took['2 jobs']! / took['1 jobs']!
  return { what: '16 transcripts, two jobs against one', value, bar: bars.twoJobsAgainstOne, unit: 'times' }
}

/** The whole run of one command in a vm that is not yet up: more than the bar speaks of. */
async function measureVm(folder: string): Promise<Measure> {
  const runner = verify('vm', '--target', 'vm', writeClock(folder, 'vm'))
  const took = await timeInTurns([runner], boots)
  return {
    what: 'vm: start, first command and end',
    value: took['vm']!,
    bar: bars.vmFirstCommand,
    unit: 'ms',
  }
}

/** Resolves with the exit code. */
export async function benchReplay(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-bench-'))
  try {
    const cram = await haveCram()
    const file = cram.ok ? cram.file : undefined
    const measures = [
      ...(await measureLoad(folder, 'builtin', file)),
      ...(await measureLoad(folder, 'external', file)),
      await measureStart(folder),
      await measureJobs(folder),
    ]
    const skips = cram.ok ? [] : [`against cram: ${cram.reason}`]
    await measureVm(folder).then(
      (measure) => measures.push(measure),
      (error: Error) => skips.push(`vm: ${error.message.trim()}`),
    )
    console.log(printMeasures(measures))
    for (const skip of skips) console.log(`skipped: ${skip}`)
    return measures.every(holds) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}
