/**
 * Values as Node's console prints them, so that a snippet's output is the same here and there.
 * inspect.test.ts compares with Node's own `util.inspect` on random values. Left out: custom inspectors, proxies,
 * what is inside promises, weak collections, iterators and boxed primitives, and the stack of an error.
 */
import { formOf, maxEntries, type Inner } from './form-of.ts'
import { layOut, type Entries } from './layout.ts'
import { prefixOf } from './name-of.ts'
import { quote } from './quote.ts'

const maxDepth = 2
const maxString = 10_000
const lineWidth = 80

type Place = {
  readonly above: readonly object[]
  readonly indentation: number
  /** Shared by a whole inspection: numbers for what refers to itself, and the depth reached last. */
  readonly seen: { readonly references: Map<object, number>; deepest: number }
}

export const inspect = (value: unknown): string =>
  inspectAt(value, { above: [], indentation: 0, seen: { references: new Map(), deepest: 0 } })

function inspectAt(value: unknown, place: Place): string {
  if (typeof value === 'string') return inspectString(value, place.indentation)
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value)
  return place.above.includes(value) ? circular(value, place) : inspectObject(value, place)
}

function inspectString(text: string, indentation: number): string {
  const rest = text.length - maxString
  const more = rest > 0 ? `... ${rest} more character${rest > 1 ? 's' : ''}` : ''
  const shown = text.slice(0, maxString)
  const breaks = shown.length > 16 && shown.length > lineWidth - indentation - 4
  const lines = breaks ? shown.split(/(?<=\n)/) : [shown]
  return lines.map(quote).join(` +\n${' '.repeat(indentation + 2)}`) + more
}

function circular(value: object, { seen: { references } }: Place): string {
  const number = references.get(value) ?? references.size + 1
  references.set(value, number)
  return `[Circular *${number}]`
}

function inspectObject(value: object, place: Place): string {
  const form = formOf(value)
  if (form.keys.length === 0 && !form.entries) return form.empty
  if (place.above.length > maxDepth)
    return `[${prefixOf(value, Array.isArray(value) ? 'Array' : 'Object').slice(0, -1)}]`

  const level = place.above.length
  place.seen.deepest = level
  const above = [...place.above, value]
  const inner: Inner = (item) => inspectAt(item, { ...place, above, indentation: place.indentation + 2 })
  const listed = form.entries?.(inner) ?? []
  const entries = [...listed, ...form.keys.map((key) => inspectProperty(value, key, inner))]

  const number = place.seen.references.get(value)
  const reference = number === undefined ? '' : `<ref *${number}>`
  const base = [reference, form.base ?? ''].filter(Boolean).join(' ')
  const shape: Entries = {
    base,
    open: form.open,
    close: form.close,
    entries,
    ...columnsOf(form.array, entries.length),
  }
  return layOut(shape, place.indentation, place.seen.deepest - level)
}

function columnsOf(array: ArrayLike<unknown> | undefined, length: number): Pick<Entries, 'columns'> {
  if (!array) return {}
  const isNumber = (_: unknown, index: number) => /^(number|bigint)$/.test(typeof array[index])
  return { columns: { numeric: Array.from({ length }).every(isNumber), shown: Math.min(length, maxEntries) } }
}

function inspectProperty(value: object, key: PropertyKey, inner: Inner): string {
  const property = Object.getOwnPropertyDescriptor(value, key)
  const name = nameOfKey(key)
  if (property?.get) return `${name}: [Getter${property.set ? '/Setter' : ''}]`
  if (property?.set) return `${name}: [Setter]`
  return `${name}: ${inner(property?.value)}`
}

function nameOfKey(key: PropertyKey): string {
  if (typeof key === 'symbol') return String(key)
  return /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(String(key)) ? String(key) : quote(String(key))
}
