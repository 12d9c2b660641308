/** The rules a case fired, as bits: a record of ten thousand cases holds ten thousand of them. */

export const packRules = (all: readonly string[], fired: readonly string[]): string =>
  fired.reduce((bits, rule) => bits | (1n << BigInt(all.indexOf(rule))), 0n).toString(36)

const bitsFrom = (packed: string): bigint =>
  [...packed].reduce((bits, digit) => bits * 36n + BigInt(parseInt(digit, 36)), 0n)

export const unpackRules = (all: readonly string[], packed: string): readonly string[] => {
  const bits = bitsFrom(packed)
  return all.filter((_, at) => (bits >> BigInt(at)) & 1n)
}
