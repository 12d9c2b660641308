/** What an object is made of, kind by kind: the words before its brace, its entries, its own properties. */
import { constructorOf, functionName, prefixOf } from './name-of.ts'

export const maxEntries = 100

export type Inner = (value: unknown) => string
export type Form = {
  readonly base?: string
  readonly open: string
  readonly close: string
  /** What an object with neither entries nor properties prints. */
  readonly empty: string
  readonly keys: readonly PropertyKey[]
  readonly array?: ArrayLike<unknown>
  readonly entries?: (inner: Inner) => string[]
}

const ownKeys = (value: object): PropertyKey[] =>
  Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))

const isIndex = (key: PropertyKey) => typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key)

export function formOf(value: object): Form {
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
