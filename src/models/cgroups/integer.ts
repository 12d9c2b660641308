/** kstrtoint and its like: base 16 after 0x, base 8 after 0, one newline at the end, no space anywhere. */

export type Parsed = { readonly value: number } | { readonly errno: 'EINVAL' | 'ERANGE' }

const digits = /^([+-]?)(0x[\da-f]+|0[0-7]*|[1-9]\d*)(.*)$/is

const limits = {
  u64: [0n, 2n ** 64n - 1n],
  s64: [-(2n ** 63n), 2n ** 63n - 1n],
  s32: [-(2n ** 31n), 2n ** 31n - 1n],
} as const

export type Kind = keyof typeof limits

/** The kernel's digits: JavaScript wants `0o` where C has `0`. */
export const wholeOf = (text: string): bigint =>
  /^0[0-7]/.test(text) ? BigInt(`0o${text.slice(1)}`) : BigInt(text)

export const parseInteger = (text: string, kind: Kind): Parsed => {
  const [, sign = '', number = '', rest = ''] = digits.exec(text) ?? []
  if (number === '' || (sign === '-' && kind === 'u64')) return { errno: 'EINVAL' }
  const whole = wholeOf(number)
  if (whole >= 2n ** 64n) return { errno: 'ERANGE' }
  if (rest !== '' && rest !== '\n') return { errno: 'EINVAL' }
  const value = sign === '-' ? -whole : whole
  const [least, most] = limits[kind]
  return value < least || value > most ? { errno: 'ERANGE' } : { value: Number(value) }
}
