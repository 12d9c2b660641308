/**
 * Values as Node's console prints them, so that a snippet's output is the same here and there.
 * inspect.test.ts compares with Node's own `util.inspect` on random values. Left out: custom inspectors, proxies,
 * what is inside promises, weak collections, iterators and boxed primitives, and the stack of an error.
 */
import { layOut, type Entries } from './layout.ts'
import { constructorOf, functionName, prefixOf } from './name-of.ts'
import { quote } from './quote.ts'

const maxDepth = 2
const maxEntries = 100
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

type Inner = (value: unknown) => string
type Form = {
  readonly base?: string
  readonly open: string
  readonly close: string
  /** What an object with neither entries nor properties prints. */
  readonly empty: string
  readonly keys: readonly PropertyKey[]
  readonly array?: ArrayLike<unknown>
  readonly entries?: (inner: Inner) => string[]
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

const ownKeys = (value: object): PropertyKey[] =>
  Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))

const isIndex = (key: PropertyKey) => typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key)

function formOf(value: object): Form {
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return listForm(value as unknown as ArrayLike<unknown> & object)
  const keys = ownKeys(value)
  if (value instanceof Set)
    return collectionForm(value, keys, 'Set', (inner) => [...value].map((item) => inner(item)))
  if (value instanceof Map)
    return collectionForm(value, keys, 'Map', (inner) =>
      [...value].map(([key, item]) => `${inner(key)} => ${inner(item)}`),
    )
  const base = baseOf(value)
  if (base !== undefined)
    return {
      base,
      open: '{',
      close: '}',
      empty: base,
      keys: keys.filter((key) => !/^(stack|message)$/.test(String(key))),
    }
  const prefix = prefixOf(value, 'Object')
  const open = prefix === 'Object ' ? '{' : `${prefix}{`
  return { open, close: '}', empty: `${open}}`, keys }
}

function collectionForm(
  value: Set<unknown> | Map<unknown, unknown>,
  keys: PropertyKey[],
  name: string,
  all: (inner: Inner) => string[],
): Form {
  const open = `${prefixOf(value, name, `(${value.size})`)}{`
  const entries = (inner: Inner) => withRest(all(inner).slice(0, maxEntries), value.size)
  return { open, close: '}', empty: `${open}}`, keys, ...(value.size > 0 && { entries }) }
}

function listForm(list: ArrayLike<unknown> & object): Form {
  const plain = Array.isArray(list) && constructorOf(list) === 'Array'
  const open = `${plain ? '' : prefixOf(list, 'Array', `(${list.length})`)}[`
  const keys = ownKeys(list).filter((key) => !isIndex(key))
  const entries = (inner: Inner) => listItems(list, inner)
  return { open, close: ']', empty: `${open}]`, keys, array: list, ...(list.length > 0 && { entries }) }
}

function listItems(list: ArrayLike<unknown>, inner: Inner): string[] {
  const items: string[] = []
  let index = 0
  while (index < list.length && items.length < maxEntries) {
    let holes = 0
    while (index + holes < list.length && !(index + holes in list)) holes += 1
    items.push(holes > 0 ? `<${holes} empty item${holes > 1 ? 's' : ''}>` : inner(list[index]))
    index += Math.max(holes, 1)
  }
  return withRest(items, items.length + list.length - index)
}

function withRest(shown: string[], size: number): string[] {
  const rest = size - shown.length
  return rest > 0 ? [...shown, `... ${rest} more item${rest > 1 ? 's' : ''}`] : shown
}

function baseOf(value: object): string | undefined {
  if (typeof value === 'function') return functionName(value as { name: string })
  if (value instanceof RegExp) return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Error) return `[${String(value)}]`
  return undefined
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
