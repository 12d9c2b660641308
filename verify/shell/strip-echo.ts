/** With `set -v` bash prints each line that it reads, the engine's own too; those are taken out. Pure. */
export function stripEcho(output: Buffer, before: string, after: string): Buffer {
  // A terminal ends its lines with a carriage return too.
  const starts = before === '' ? [] : [before, before.replace('\n', '\r\n')]
  const ends = [after, after.replace('\n', '\r\n')]
  const start = starts.find((line) => output.subarray(0, line.length).equals(Buffer.from(line)))
  const end = ends.find((line) => output.subarray(-line.length).equals(Buffer.from(line)))
  return output.subarray(start?.length ?? 0, output.length - (end?.length ?? 0))
}
