/** Plays a case in a session of its own and says in words where it came out otherwise. */
import { parseTranscript, type Transcript } from '#transcript'
import type { Run, Target } from '#verify/targets/types.ts'
import type { Case, Expected, Step } from './case.ts'

/** The sandbox's shape is read from a header; the commands need not be a transcript's. */
function transcriptOf({ needs }: Case): Transcript {
  const header = needs === undefined ? '' : `needs: ${needs}\n`
  const parsed = parseTranscript(`targets: host\n${header}---\n== step\n$ true\n`, 'hostile.transcript')
  if (!parsed.ok) throw new Error(`The case's needs do not parse: ${needs}`)
  return parsed.transcript
}

export const unmet = (target: Target, each: Case): Promise<string | undefined> =>
  target.lacks(transcriptOf(each).header)

export async function runCase(target: Target, each: Case): Promise<string[]> {
  const transcript = transcriptOf(each)
  const session = await target.open({ id: `hostile/${each.name}`, transcript, files: [], keep: false })
  const faults: string[] = []
  for (const step of each.steps) {
    const run = await session.run(step.command, { timeout: step.timeout ?? 5_000 })
    faults.push(...differences(step, run).map((fault) => `$ ${step.command}\n  ${fault}`))
  }
  const { leftovers } = await session.close()
  return [...faults, ...leftovers.map(({ kind, name }) => `left over: ${kind} ${name}`)]
}

function differences(step: Step, run: Run): string[] {
  const differing: [string, unknown, unknown][] = [
    ['ended', step.ended, run.ended],
    ['exit', step.exit, run.exit],
  ]
  if (step.ended !== 'timeout') differing.push(['dropped', step.dropped ?? 0, run.dropped])
  const faults = differing.filter(([, expected, got]) => expected !== got)
  return [
    ...faults.map(([what, expected, got]) => `${what}: expected ${expected}, got ${got}`),
    ...(fits(step.output, run.output)
      ? []
      : [`output: expected ${show(step.output)}, got ${show(run.output)}`]),
  ]
}

function fits(expected: Expected, got: Uint8Array): boolean {
  if (expected instanceof RegExp) return expected.test(Buffer.from(got).toString())
  return Buffer.from(expected).equals(got)
}

const show = (what: Expected): string =>
  what instanceof RegExp ? String(what) : JSON.stringify(Buffer.from(what).toString()).slice(0, 600)
