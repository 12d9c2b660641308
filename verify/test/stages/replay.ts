/** The transcripts of the book and of the demonstration on a target of this machine, by `npm run verify`. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { parseTranscript, type Header, type Target } from '#transcript'
import { projectRoot, runProgram } from '../../program/index.ts'
import { failed, join, skipped, type Outcome } from '../outcome.ts'

const limit = 600_000

export type Plan = {
  root?: string
  /** Why a transcript is left out; undefined: it is replayed. */
  leaveOut?: (header: Header, file: string) => string | undefined
}

export async function replay(
  target: Target,
  { root = projectRoot, leaveOut = () => undefined }: Plan = {},
): Promise<Outcome> {
  const asked = findTranscripts(root).filter(({ header }) => !header || header.targets.includes(target))
  if (asked.length === 0) return skipped(`replay on ${target}`, 'no transcript asks for it')
  const judged = asked.map(({ file, header }) => ({
    file,
    why: header && leaveOut(header, joinPath(root, file)),
  }))
  const skips = judged.flatMap(({ file, why }) =>
    why === undefined ? [] : [skipped(`${file.replace(/\.transcript$/, '')} on ${target}`, why)],
  )
  const transcripts = judged.filter(({ why }) => why === undefined).map(({ file }) => file)
  return join([transcripts.length > 0 ? await replayThese(target, transcripts, root) : join([]), ...skips])
}

/** A transcript that cannot be read has no header, and fails when it is replayed. */
const findTranscripts = (root: string): { file: string; header?: Header }[] =>
  globSync(['content/*/*.transcript', 'verify/demo/*.transcript'], { cwd: root })
    .sort()
    .map((file) => {
      const parsed = parseTranscript(readFileSync(joinPath(root, file), 'utf8'), file)
      return parsed.ok ? { file, header: parsed.transcript.header } : { file }
    })

async function replayThese(target: Target, transcripts: string[], root: string): Promise<Outcome> {
  const folder = await mkdtemp(joinPath(tmpdir(), 'nodebook-replay-'))
  try {
    return await run(target, transcripts, joinPath(folder, 'replay.json'), root)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function run(target: Target, files: string[], json: string, root: string): Promise<Outcome> {
  const args = [joinPath(root, 'verify/cli.ts'), '--target', target, '--json', json, ...files]
  const result = await runProgram(process.execPath, args, {
    cwd: root,
    timeout: limit,
    // What is required is judged here, for all stages alike.
    env: { NO_COLOR: '1', NODEBOOK_REQUIRE: undefined },
  })
  const printed = `${result.timedOut ? `Ended after ${limit / 1000} s.\n` : ''}${result.stdout}${result.stderr}`
  const what = `npm run verify -- --target ${target}`
  if (!existsSync(json)) return failed(what, printed)
  const outcome = readReplays(JSON.parse(await readFile(json, 'utf8')) as Replays)
  const explained = result.code === 0 || result.code === 3 || outcome.failures.length > 0
  return explained ? outcome : failed(what, printed)
}

/** The part of `--json` that is counted. */
export type Replays = {
  replays: { id: string; target: Target; passed: boolean; failure?: string }[]
  skips: { id: string; target: Target; why: string; missing: boolean }[]
  faults: string[]
}

export const readReplays = ({ replays, skips, faults }: Replays): Outcome => ({
  passed: replays.filter(({ passed }) => passed).length,
  failures: [
    ...replays.flatMap(({ id, target, passed, failure }) =>
      passed ? [] : [{ what: `${id} on ${target}`, message: failure ?? 'failed' }],
    ),
    ...faults.map((message) => ({ what: 'closing a target', message })),
  ],
  skips: skips.map(({ id, target, why, missing }) => ({
    what: `${id} on ${target}`,
    why,
    count: 1,
    ...(missing ? { need: target } : {}),
  })),
})
