/** Lists of resources: as a manifest writes them, and as amounts to count with. */
import { readQuantity, type Amount } from './quantity.ts'

/** `{ cpu: '250m', memory: '64Mi' }` */
export type ResourceList = Readonly<Record<string, string>>

export type Amounts = Readonly<Record<string, Amount>>

/** For lists that have passed the API: it throws on what is no quantity. */
export const amountsOf = (list: ResourceList = {}): Amounts =>
  Object.fromEntries(
    Object.entries(list).map(([name, text]) => {
      const amount = readQuantity(text)
      if (amount === undefined)
        throw new TypeError(`${name}: expected a quantity such as 250m or 64Mi, got "${text}"`)
      return [name, amount]
    }),
  )

const merge = (a: Amounts, b: Amounts, both: (a: Amount, b: Amount) => Amount): Amounts => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([name, amount]) => {
      const other = a[name]
      return [name, other === undefined ? amount : both(other, amount)]
    }),
  ),
})

export const addAmounts = (a: Amounts, b: Amounts): Amounts => merge(a, b, (x, y) => x + y)

/** The greater of the two, resource by resource. */
export const greaterAmounts = (a: Amounts, b: Amounts): Amounts => merge(a, b, (x, y) => (x > y ? x : y))

export const isZero = (amount: Amount | undefined): boolean => amount === undefined || amount === 0n
