/**
 * Kubernetes' quantities (apimachinery/pkg/api/resource, 1.36): `250m`, `1.5`, `128Mi`, `2e3`. Exact: an amount is a
 * whole number of billionths, the finest that Kubernetes keeps. Left out: printing in canonical form, negative amounts.
 */

/** Billionths of one: of a CPU, of a byte. */
export type Amount = bigint

const billion = 1_000_000_000n

const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
}
const binary: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 }

const shape =
  /^\+?(?:(\d{1,18})(?:\.(\d{0,18}))?|\.(\d{1,18}))(n|u|m|k|M|G|T|P|E|[KMGTPE]i|[eE][+-]?\d{1,2})?$/

/** What the suffix multiplies by, as a fraction. */
const factorOf = (suffix: string): readonly [bigint, bigint] => {
  const shift = binary[suffix]
  if (shift !== undefined) return [1n << BigInt(shift), 1n]
  const power = decimal[suffix] ?? Number(suffix.slice(1))
  return power < 0 ? [1n, 10n ** BigInt(-power)] : [10n ** BigInt(power), 1n]
}

const divideUp = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by

/** undefined: not a quantity. What is finer than a billionth is rounded up. */
export const readQuantity = (text: string): Amount | undefined => {
  const found = shape.exec(text)
  if (!found) return undefined
  const [, whole = '', after = '', alone = '', suffix = ''] = found
  const fraction = after + alone
  const [times, by] = factorOf(suffix)
  return divideUp(BigInt(whole + fraction) * billion * times, by * 10n ** BigInt(fraction.length))
}

/** Thousandths, rounded up: what the kubelet counts CPU in. */
export const milliOf = (amount: Amount): number => Number(divideUp(amount * 1000n, billion))

/** Whole ones, rounded up: what the kubelet counts memory in. */
export const wholeOf = (amount: Amount): number => Number(divideUp(amount, billion))
