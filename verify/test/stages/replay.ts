/** The transcripts on a target of this machine, by `npm run verify`; its exit codes are design.md's. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { parseTranscript, type Target } from '#transcript'
import { projectRoot, runProgram } from '../../program/index.ts'
import { failed, passed, skipped, type Outcome } from '../outcome.ts'

const limit = 300_000

export async function replay(target: Target, root = projectRoot): Promise<Outcome> {
  const transcripts = globSync('content/*/*.transcript', { cwd: root }).filter((file) => {
    const parsed = parseTranscript(readFileSync(joinPath(root, file), 'utf8'), file)
    return parsed.ok && parsed.transcript.header.targets.includes(target)
  })
  if (transcripts.length === 0) return skipped(`replay on ${target}`, 'no transcript asks for it')
  const cli = joinPath(root, 'verify/cli.ts')
  const skip = (why: string): Outcome => {
    const { skips } = skipped(`replay on ${target}`, why, target)
    return { passed: 0, failures: [], skips: skips.map((each) => ({ ...each, count: transcripts.length })) }
  }
  if (!existsSync(cli)) return skip('verify/cli.ts has not been written yet')
  const result = await runProgram(process.execPath, [cli, '--target', target], {
    cwd: root,
    timeout: limit,
    // What is required is judged here, for all stages alike.
    env: { NO_COLOR: '1', NODEBOOK_REQUIRE: undefined },
  })
  const printed = `${result.timedOut ? `Ended after ${limit / 1000} s.\n` : ''}${result.stdout}${result.stderr}`
  if (result.code === 0) return passed(transcripts.length)
  return result.code === 3 ? skip(printed.trim()) : failed(`npm run verify -- --target ${target}`, printed)
}
