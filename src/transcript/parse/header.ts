/** Reads the lines above `---`: `word: value, value`. */
import type { Header, Need, Position, Target } from '../types.ts'
import { parseDuration } from './duration.ts'
import { list, quote, type Report } from './fault.ts'
import { defaultTimeout, headerWords, needs, targets, type HeaderWord } from './words.ts'

type Value = { text: string; at: Position }
type Entry = { word: HeaderWord; at: Position; values: Value[] }

export function parseHeader(lines: readonly string[], end: Position, report: Report): Header {
  const entries = new Map<HeaderWord, Entry>()
  lines.forEach((line, index) => {
    const entry = readEntry(line, index + 1, report)
    if (!entry) return
    if (entries.has(entry.word))
      report('header/duplicate-word', entry.at, `one line of "${entry.word}:"`, 'a second')
    else entries.set(entry.word, entry)
  })
  const values = (word: HeaderWord) => entries.get(word)?.values ?? []
  if (!entries.has('targets')) report('header/targets', end, 'a line "targets: …"', 'the end of the header')
  for (const entry of entries.values()) reportDuplicates(entry, report)

  const header: Header = {
    targets: values('targets').flatMap((value) => readTarget(value, report)),
    needs: values('needs').flatMap((value) => readNeed(value, report)),
    timeout: readTimeout(entries.get('timeout'), report),
    uses: values('uses').flatMap((value) => readUse(value, report)),
  }
  const namespace = entries.get('namespace')
  return namespace ? { ...header, ...readNamespace(namespace, header.targets, report) } : header
}

function readEntry(line: string, number: number, report: Report): Entry | undefined {
  if (line.trim() === '') return undefined
  const at = { line: number, column: 1 }
  const parts = /^([^\s:]+):(.*)$/.exec(line)
  if (!parts) {
    report('header/line', at, '"word: value" or "---"', quote(line))
    return undefined
  }
  const word = headerWords.find((known) => known === parts[1])
  if (!word) {
    report('header/unknown-word', at, list(headerWords), quote(parts[1]!))
    return undefined
  }
  const values = splitValues(parts[2]!, number, word.length + 2)
  for (const value of values)
    if (value.text === '') report('header/empty-value', value.at, `a value of "${word}:"`, 'nothing')
  return { word, at, values: values.filter((value) => value.text !== '') }
}

function splitValues(text: string, line: number, column: number): Value[] {
  const values: Value[] = []
  let offset = 0
  for (const part of text.split(',')) {
    const indent = part.length - part.trimStart().length
    values.push({ text: part.trim(), at: { line, column: column + offset + indent } })
    offset += part.length + 1
  }
  return values
}

function reportDuplicates({ word, values }: Entry, report: Report): void {
  values.forEach(({ text, at }, index) => {
    const known = values.slice(0, index).some((other) => other.text === text)
    if (known) report('header/duplicate-value', at, `each value of "${word}:" once`, `${quote(text)} again`)
  })
}

function readTarget({ text, at }: Value, report: Report): Target[] {
  const target = targets.find((known) => known === text)
  if (!target) report('header/unknown-target', at, list(targets), quote(text))
  return target ? [target] : []
}

function readNeed({ text, at }: Value, report: Report): Need[] {
  const [name = '', ...rest] = text.split(/\s+/)
  const known = Object.hasOwn(needs, name) ? needs[name] : undefined
  if (!known) {
    report('header/unknown-need', at, list(Object.keys(needs)), quote(text))
    return []
  }
  const count = rest.join(' ')
  if (known.counted ? /^[1-9]\d?$/.test(count) : count === '')
    return [known.counted ? { name, count: Number(count), at } : { name, at }]
  report(
    'header/need-count',
    at,
    known.counted ? `"${name} N", N from 1 to 99` : `"${name}" alone`,
    quote(text),
  )
  return []
}

function readTimeout(entry: Entry | undefined, report: Report): number {
  const [value, second] = entry?.values ?? []
  if (!value) return defaultTimeout
  const milliseconds = second ? undefined : parseDuration(value.text)
  if (milliseconds === undefined)
    report(
      'header/timeout',
      value.at,
      'one duration',
      quote(entry!.values.map(({ text }) => text).join(', ')),
    )
  return milliseconds ?? defaultTimeout
}

function readUse({ text, at }: Value, report: Report): string[] {
  const inside = !/^\/|(^|\/)\.{1,2}(\/|$)|\/\/|\/$|\s/.test(text)
  if (!inside) report('header/uses', at, 'a relative path without "." or ".." or spaces', quote(text))
  return inside ? [text] : []
}

function readNamespace(entry: Entry, known: readonly Target[], report: Report): { namespace?: string } {
  const text = entry.values.map((value) => value.text).join(', ')
  if (text === '') return {}
  if (!known.includes('k3s'))
    report(
      'header/namespace-target',
      entry.at,
      '"namespace:" with the target k3s only',
      list(known) || 'no target',
    )
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text)) return { namespace: text }
  report('header/namespace', entry.values[0]!.at, 'one name of a Kubernetes namespace', quote(text))
  return {}
}
