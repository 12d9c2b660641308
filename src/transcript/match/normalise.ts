/**
 * What both sides lose before they are compared: ANSI colours (and the erase-to-end-of-line that comes with
 * them), carriage returns, the difference between tabs and spaces, between one space and many, and trailing spaces.
 */
const invisible = /\x1b\[[0-9;:]*[mK]|\r/g

export function withoutColour(raw: string): string {
  return raw.replace(invisible, '')
}

export function normaliseLine(raw: string): string {
  return withoutColour(raw)
    .replace(/[\t ]+/g, ' ')
    .replace(/ $/, '')
}

/** Lines without line ends; the final newline is not compared. */
export function splitOutput(output: string): string[] {
  const lines = output.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

export function normaliseOutput(output: string): string[] {
  return splitOutput(output).map(normaliseLine)
}

/** For each character of the normalised line, its place in the raw one; of a run of spaces, the first. */
export function originOf(raw: string): number[] {
  const hidden = new Map([...raw.matchAll(invisible)].map((found) => [found.index, found[0].length]))
  const origin: number[] = []
  let afterSpace = false
  for (let at = 0; at < raw.length; at += 1) {
    const length = hidden.get(at)
    if (length !== undefined) {
      at += length - 1
      continue
    }
    const space = raw[at] === ' ' || raw[at] === '\t'
    if (!space || !afterSpace) origin.push(at)
    afterSpace = space
  }
  if (afterSpace) origin.pop()
  return origin
}
