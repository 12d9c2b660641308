/**
 * Every record of the book, matched again without a machine. A stale one fails where its target could be had, for then
 * it could have been renewed; elsewhere it is counted as skipped.
 */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join as joinPath } from 'node:path'
import { judge, readRecord, type ProofRecord, type UsedFiles } from '#ledger'
import { formatMismatch, parseTranscript, type Target, type Transcript } from '#transcript'
import { projectRoot } from '../../program/index.ts'
import { failed, join, passed, skipped, type Outcome } from '../outcome.ts'

export async function matchRecords(targets: ReadonlySet<Target>, root = projectRoot): Promise<Outcome> {
  const files = globSync(['content/*/records/*.json', 'verify/demo/records/*.json'], { cwd: root }).sort()
  if (files.length === 0) return skipped('records', 'nothing has been recorded yet')
  return join(await Promise.all(files.map((file) => matchRecord(targets, root, file))))
}

async function matchRecord(targets: ReadonlySet<Target>, root: string, file: string): Promise<Outcome> {
  const read = readRecord(await readFile(joinPath(root, file), 'utf8'), file)
  if (!read.ok) return failed(file, read.faults.join('\n'))
  const { record } = read
  const expected = `${basename(record.transcript)}.${record.target}.json`
  if (basename(file) !== expected) return failed(file, `Expected the name ${expected}. Record it again.`)

  const folder = dirname(dirname(file))
  const source = joinPath(folder, `${basename(record.transcript)}.transcript`)
  const text = await readFile(joinPath(root, source), 'utf8').catch(() => undefined)
  if (text === undefined) return failed(file, `Expected ${source}, found none. Delete the record.`)
  const parsed = parseTranscript(text, source)
  if (!parsed.ok) return failed(file, `${source} cannot be read; the stage “content” says why.`)
  const used = await readUsed(joinPath(root, folder), parsed.transcript)
  return judged(file, parsed.transcript, record, used, targets)
}

function judged(
  file: string,
  transcript: Transcript,
  record: ProofRecord,
  used: UsedFiles,
  targets: ReadonlySet<Target>,
): Outcome {
  const judgement = judge(transcript, record, used)
  if (judgement.state === 'stale') {
    const why = `stale: ${transcript.file} has changed since. Run npm run verify -- --record --target ${record.target}`
    return targets.has(record.target) ? failed(file, why) : skipped(file, why, record.target)
  }
  const differing = judgement.commands.filter((command) => command.state === 'differs')
  if (differing.length === 0) return passed(1)
  const messages = differing.map(({ mismatch, step }) => formatMismatch(transcript.file, step.id, mismatch))
  return failed(file, messages.join('\n'))
}

/** A file that is missing is the replay's fault to tell; here it makes the record stale. */
async function readUsed(folder: string, { header }: Transcript): Promise<UsedFiles> {
  const entries = header.uses.map(
    async (name) => [name, await readFile(joinPath(folder, name)).catch(() => '')] as const,
  )
  return new Map(await Promise.all(entries))
}
