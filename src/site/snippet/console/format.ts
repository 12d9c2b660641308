/** What one call of `console.log` prints, format specifiers included. */
import { inspect } from './inspect.ts'

const show = (value: unknown) => (typeof value === 'string' ? value : inspect(value))

function toNumber(value: unknown, read: (text: string) => number): string {
  if (typeof value === 'bigint') return `${value}n`
  return inspect(typeof value === 'symbol' ? NaN : read(String(value)))
}

function substitute(specifier: string, value: unknown): string {
  switch (specifier) {
    case 's':
      return typeof value === 'object' || typeof value === 'bigint' || Object.is(value, -0)
        ? inspect(value)
        : String(value)
    case 'd':
      return typeof value === 'object' ? toNumber(Number(value), Number) : toNumber(value, Number)
    case 'i':
      return toNumber(value, parseInt)
    case 'f':
      return toNumber(value, parseFloat)
    case 'j':
      return String(JSON.stringify(value))
    case 'c':
      return ''
    default:
      return inspect(value)
  }
}

export function format(...values: readonly unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string' || rest.length === 0) return values.map(show).join(' ')
  let used = 0
  const head = first.replace(/%([sdifjoOc%])/g, (whole, specifier: string) => {
    if (specifier === '%') return '%'
    return used < rest.length ? substitute(specifier, rest[used++]) : whole
  })
  return [head, ...rest.slice(used).map(show)].join(' ')
}
