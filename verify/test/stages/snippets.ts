/** Every `content/<chapter>/snippets/*.ts` is run by Node; its output must be `<name>.expected.txt`, byte for byte. */
import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { projectRoot, runProgram, type ProgramResult } from '../../program/index.ts'
import { firstDifference } from '../first-difference.ts'
import { failed, join, passed, skipped, type Outcome } from '../outcome.ts'

const limit = 10_000

export async function runSnippets(root = projectRoot): Promise<Outcome> {
  const files = globSync('content/*/snippets/*.ts', { cwd: root }).sort()
  if (files.length === 0) return skipped('snippets', 'there are none yet')
  const outcomes: Outcome[] = []
  for (const file of files) outcomes.push(await runSnippet(root, file))
  return join(outcomes)
}

async function runSnippet(root: string, file: string): Promise<Outcome> {
  const expectedFile = file.replace(/\.ts$/, '.expected.txt')
  if (!existsSync(joinPath(root, expectedFile))) {
    return failed(file, `Expected its output in ${expectedFile}; there is no such file.`)
  }
  const expected = await readFile(joinPath(root, expectedFile), 'utf8')
  const result = await runProgram(process.execPath, [file], { cwd: root, timeout: limit })
  const fault = snippetFault(result, expected, expectedFile)
  return fault === undefined ? passed(1) : failed(file, fault)
}

export function snippetFault(result: ProgramResult, expected: string, file: string): string | undefined {
  if (result.timedOut) return `Expected it to end; it still ran after ${limit / 1000} s.`
  if (result.code !== 0) return `Expected exit status 0, got ${result.code}.\n${result.stderr}`
  const difference = firstDifference(expected, result.stdout)
  if (difference === undefined) return undefined
  return [
    `${file}:${difference.line}`,
    `expected: ${difference.expected ?? 'no more lines'}`,
    `got:      ${difference.got ?? 'no more lines'}`,
    `If the new output is right, write it to ${file}.`,
  ].join('\n')
}
