/** From source to a located tree, or to every fault of the file. */
import type { Parsed } from '../types.ts'
import { parseBody } from './body.ts'
import { collectFaults, inOrder, quote, type Report } from './fault.ts'
import { parseHeader } from './header.ts'
import { kindOf } from './line-kind.ts'
import { reportNameTypes } from './names.ts'
import { readLines } from './source-lines.ts'

export function parseTranscript(source: string, file: string): Parsed {
  const { faults, report } = collectFaults(file)
  const lines = readLines(source, report)
  const { head, body } = splitHeader(lines, report)
  const header = parseHeader(
    lines.slice(0, head),
    { line: Math.max(1, Math.min(head + 1, lines.length)), column: 1 },
    report,
  )
  const steps = parseBody(lines.slice(body), body + 1, report)
  reportNameTypes(steps, report)
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) }
  return { ok: true, transcript: { file, header, steps, source: lines } }
}

/** Without `---` the header ends where the first step, command or directive begins. */
function splitHeader(lines: readonly string[], report: Report): { head: number; body: number } {
  const ruler = lines.findIndex((line) => line.trimEnd() === '---')
  const begun = lines.findIndex((line) => ['step', 'command', 'directive'].includes(kindOf(line)))
  if (ruler >= 0 && (begun < 0 || ruler < begun)) return { head: ruler, body: ruler + 1 }
  const head = begun < 0 ? lines.length : begun
  const line = Math.max(1, Math.min(head + 1, lines.length))
  report('header/end', { line, column: 1 }, '"---"', begun < 0 ? 'the end of the file' : quote(lines[begun]!))
  return { head, body: head }
}
