/** A night from its parts to its findings: records first, for they tell what the rest has drifted from. */
import { runPool } from '#verify/replay/run-pool.ts'
import type { Call } from './arguments.ts'
import { judgePart } from './judge-part.ts'
import { pastWith } from './past.ts'
import { askAgain } from './ask-again.ts'
import { recordStates } from './read-records.ts'
import type { Runner, Site } from './run-part.ts'
import { nothingFound, type Findings, type Night, type Part, type Skip } from './types.ts'

/** What stood in the way of the whole, before any part: a cluster that did not come up. */
export type Ground = {
  skips: readonly Skip[]
  findings: readonly Findings[]
  leaveOut: (part: Part) => string | undefined
}

export async function spendNight(
  call: Pick<Call, 'seed' | 'shards'>,
  parts: readonly Part[],
  ground: Ground,
  runner: Runner,
  site: Site,
): Promise<Night> {
  const started = new Date()
  const left = parts.flatMap((part) => leftOut(part, ground.leaveOut(part)))
  const going = parts.filter((part) => ground.leaveOut(part) === undefined)
  const first = going.filter(({ kind }) => kind === 'records')
  const findings: Findings[] = [...ground.findings]
  let past = pastWith(new Map())
  const spend = async (part: Part) => {
    const run = await runner(part, site)
    if (part.kind === 'records' && run.json !== undefined) past = pastWith(recordStates(run))
    const found = await askAgain(part, judgePart(run, past), runner, site)
    findings.push(found)
    site.say(
      `${part.name}: ${found.passed} passed, ${found.drifts.length} drifted, ${found.skips.length} skipped, ${found.seconds.toFixed(0)} s`,
    )
  }
  const goesOn = () => !site.signal.aborted
  const options = { jobs: call.shards, isAlone: ({ alone }: Part) => alone, goesOn }
  const unstarted = [
    ...(await runPool(first, options, spend)),
    ...(await runPool(
      going.filter((part) => !first.includes(part)),
      options,
      spend,
    )),
  ]
  const stopped = unstarted.flatMap((part) => leftOut(part, 'not started: the run was stopped'))
  const whole = { ...nothingFound('the night', 0), skips: [...ground.skips, ...left, ...stopped] }
  return {
    ...{ schema: 1, started: started.toISOString(), seed: call.seed },
    seconds: Math.round((Date.now() - started.getTime()) / 1000),
    findings: sayOnce([...findings, whole]),
  }
}

const leftOut = (part: Part, why: string | undefined): Skip[] =>
  why === undefined ? [] : [{ part: part.name, what: part.name, why }]

/** What a replay differs in, its record need not say again; nor where the replay has written a new one. */
function sayOnce(findings: readonly Findings[]): Findings[] {
  const told = findings.flatMap(({ drifts }) => drifts).filter(({ kind }) => kind !== 'record')
  const known = (what: string) =>
    told.some((drift) => drift.what.startsWith(what.replace('the record of ', '')))
  return findings.map((found) => ({
    ...found,
    drifts: found.drifts.filter(({ kind, what }) => kind !== 'record' || !known(what)),
  }))
}
