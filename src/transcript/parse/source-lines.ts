import type { Report } from './fault.ts'

/** Cuts a source into lines and reports what no line may hold; the lines come back as if it were not there. */
export function readLines(source: string, report: Report): string[] {
  const marked = source.startsWith('\ufeff')
  if (marked) report('file/byte-order-mark', { line: 1, column: 1 }, 'text', 'a byte order mark')
  const lines = (marked ? source.slice(1) : source).split('\n')
  if (lines.at(-1) === '') lines.pop()
  else
    report(
      'file/final-newline',
      { line: lines.length, column: lines.at(-1)!.length + 1 },
      'a newline at the end',
      'the end of the file',
    )
  reportReturns(lines, report)
  lines.forEach((line, index) => reportControl(line, index + 1, report))
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

/** One fault a file: CRLF is a property of how it was saved. */
function reportReturns(lines: readonly string[], report: Report): void {
  const ending = lines.filter((line) => line.endsWith('\r')).length
  const first = lines.findIndex((line) => line.endsWith('\r'))
  if (first < 0) return
  const at = { line: first + 1, column: lines[first]!.length }
  report(
    'file/carriage-return',
    at,
    'LF at the end of each line',
    `CRLF (${ending} of ${lines.length} lines)`,
  )
}

/** Tabs stay: heredocs need them, and the matcher reads them as spaces. */
function reportControl(line: string, number: number, report: Report): void {
  const found = /[\x00-\x08\x0b-\x1f\x7f](?!$)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]$/.exec(line)
  if (!found) return
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  report(
    'file/control-character',
    { line: number, column: found.index + 1 },
    'a printable character',
    `U+${code}`,
  )
}
