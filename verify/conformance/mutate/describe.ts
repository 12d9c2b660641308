/** A name for each mutant that stays when lines move: its file, the text of its line, and what is changed in it. */
import { basename } from 'node:path'
import type { Mutant } from './operators.ts'

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

const nameOf = ({ file, text, operator, before, after }: Mutant): string =>
  `${basename(file)}: ${text}: ${operator}: ${shorten(before)} → ${shorten(after)}`

/** Where a line has several that read the same, the second is called `… (2)`. */
export const describeMutants = (mutants: readonly Mutant[]): readonly string[] => {
  const met = new Map<string, number>()
  return mutants.map((mutant) => {
    const name = nameOf(mutant)
    const times = (met.get(name) ?? 0) + 1
    met.set(name, times)
    return times > 1 ? `${name} (${times})` : name
  })
}
