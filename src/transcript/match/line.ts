/** Compares one expected line with one line of normalised output. */
import { accepts } from '../placeholders/index.ts'
import { divide, type Division, type Manner } from './divide.ts'
import { fixedText, partsOf, type Part, type TextLine } from './parts.ts'
import type { Bindings, Span } from './types.ts'

export type LineSpan = Omit<Span, 'line'>

export type LineMatch =
  { fits: true; spans: readonly LineSpan[]; bindings: Bindings } | { fits: false; undecided: boolean }

/** What may be spent on a name that stands twice in a line: texts looked at, and characters × parts compared. */
const budget = { texts: 50_000, work: 5_000_000 }

type Search = { texts: number; work: number }

export function matchLine(expected: TextLine, line: string, bindings: Bindings): LineMatch {
  const parts = partsOf(expected, bindings)
  const text = fixedText(parts)
  if (text !== undefined && text !== line) return { fits: false, undecided: false }
  const search: Search = { ...budget }
  const found =
    fit(parts, line, 'strict', search) ??
    (mayBeEmpty(parts) ? fit(parts, line, 'lenient', search) : undefined)
  if (!found) return { fits: false, undecided: isSpent(search) }
  return { fits: true, spans: spansOf(found), bindings: bind(found, line, bindings) }
}

/** Only an empty value, or a bound one, can give a lenient division what a strict one lacks. */
function mayBeEmpty(parts: readonly Part[]): boolean {
  return parts.some((part) => (part.kind === 'open' ? accepts(part.type, '') : part.of !== undefined))
}

type Fit = { parts: readonly Part[]; division: Division }

function fit(parts: readonly Part[], line: string, manner: Manner, search: Search): Fit | undefined {
  const division = divide(parts, line, manner)
  const twice = repeatedName(parts)
  if (!division || twice === undefined) return division && { parts, division }
  return agree(parts, twice, line, manner, search)
}

/** A name that two open parts share: the line must be divided so that they agree. */
function repeatedName(parts: readonly Part[]): string | undefined {
  const names = parts.flatMap((part) => (part.kind === 'open' && part.name !== undefined ? [part.name] : []))
  return names.find((name, index) => names.indexOf(name) !== index)
}

/**
 * Tries each value that a repeated name could have and keeps the leftmost-longest division. Agreement is no
 * regular language, so the number of values is capped; a line beyond the cap is reported, never guessed.
 */
function agree(
  parts: readonly Part[],
  name: string,
  line: string,
  manner: Manner,
  search: Search,
): Fit | undefined {
  const open = parts.find((part) => part.kind === 'open' && part.name === name)
  if (open?.kind !== 'open') return undefined
  const copies = parts.filter((part) => part.kind === 'open' && part.name === name).length
  let best: Fit | undefined
  for (const value of valuesIn(line, copies, search)) {
    if (!accepts(open.type, value)) continue
    search.work -= (line.length + 1) * parts.length
    if (isSpent(search)) return undefined
    const guessed = parts.map((part): Part =>
      part.kind === 'open' && part.name === name
        ? { kind: 'fixed', text: value, of: { type: part.type, name }, guess: true }
        : part,
    )
    const found = fit(guessed, line, manner, search)
    if (isSpent(search)) return undefined
    if (found && (!best || isLonger(found.division, best.division))) best = found
  }
  return isSpent(search) ? undefined : best
}

/** All texts that stand in the line at least so many times without overlapping, the empty one included. */
function* valuesIn(line: string, copies: number, search: Search): Generator<string> {
  const seen = new Set<string>()
  for (let start = 0; start <= line.length; start += 1) {
    for (let end = start; end <= start + (line.length - start) / copies; end += 1) {
      const value = line.slice(start, end)
      if ((search.texts -= 1) <= 0 || !line.includes(value, end)) break
      if (seen.has(value)) continue
      seen.add(value)
      yield value
    }
  }
}

function isSpent({ texts, work }: Search): boolean {
  return texts <= 0 || work <= 0
}

function isLonger(one: Division, other: Division): boolean {
  const differs = one.findIndex(({ end }, index) => end !== other[index]!.end)
  return differs >= 0 && one[differs]!.end > other[differs]!.end
}

function spansOf({ parts, division }: Fit): LineSpan[] {
  return parts.flatMap((part, index): LineSpan[] => {
    const place = division[index]!
    if (part.kind === 'open')
      return [{ ...place, type: part.type, ...(part.name === undefined ? {} : { name: part.name }) }]
    return part.of ? [{ ...place, ...part.of }] : []
  })
}

function bind({ parts, division }: Fit, line: string, bindings: Bindings): Bindings {
  const fresh = parts.flatMap((part, index): [string, string][] => {
    const name = part.kind === 'open' ? part.name : part.of?.name
    return name === undefined || bindings.has(name)
      ? []
      : [[name, line.slice(division[index]!.start, division[index]!.end)]]
  })
  return fresh.length === 0 ? bindings : new Map([...bindings, ...fresh])
}
