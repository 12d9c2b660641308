import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accepts, placeholders, typeNames, type TypeName } from './index.ts'

describe.each(typeNames)('<%s>', (type) => {
  const row = placeholders[type]
  it.each(row.accepts)('accepts %j', (value) => expect(accepts(type, value)).toBe(true))
  it.each(row.refuses)('refuses %j', (value) => expect(accepts(type, value)).toBe(false))
})

const more: Partial<Record<TypeName, { accepts: string[]; refuses: string[] }>> = {
  int: { accepts: ['007'], refuses: ['', '-', '１', '1 '] },
  ip: { accepts: ['1.2.3.4'], refuses: ['1.2.3.4.5', '1.2.3.', '00.0.0.0', '300.1.1.1'] },
  ip6: {
    accepts: [
      '1:2:3:4:5:6:7:8',
      '1::',
      '::1',
      '1::8',
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '1:2:3:4:5:6:1.2.3.4',
      'fe80::FfFf',
      '64:ff9b::1.2.3.4',
    ],
    refuses: [
      '',
      ':',
      ':::',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4::5:6:7:8',
      '12345::',
      '::1.2.3.256',
      '1.2.3.4::',
      'fe80::1%eth0',
      '::1:',
    ],
  },
  cidr: {
    accepts: ['1.2.3.4/32', '::/0', 'fe80::/64'],
    refuses: ['1.2.3.4/', '1.2.3.4/024', '::/129', '/24'],
  },
  age: {
    accepts: [
      '0s',
      '119s',
      '2m',
      '10m',
      '179m',
      '3h',
      '7h59m',
      '8h',
      '47h',
      '2d',
      '2d1h',
      '8d',
      '729d',
      '2y',
      '2y45d',
      '7y364d',
      '8y',
      '120y',
      '<invalid>',
      '<unknown>',
    ],
    refuses: [
      '120s',
      '1m',
      '2m0s',
      '2m60s',
      '180m',
      '10m5s',
      '8h5m',
      '48h',
      '1d',
      '2d24h',
      '8d1h',
      '730d',
      '2y365d',
      '8y1d',
      '<none>',
      '-5s',
    ],
  },
  date: {
    accepts: [
      '2026-11-21T04:46',
      '2026-11-21T04:46:02.123+02:00',
      '2026-11-21T04:46:02,5-0830',
      'Sun Nov 1 00:00:00 +03 2026',
    ],
    refuses: [
      '2026-11-32',
      '2026-11-21 04:46:02',
      'Sat Nov 32 04:46:02 UTC 2026',
      'Sat Nov 21 04:46:02 2026',
      '26-11-21',
    ],
  },
  duration: { accepts: ['0s', '-1.5h', '3µs', '1h30m'], refuses: ['', '-', 's', '.5s', '1 s'] },
  quantity: {
    accepts: ['1', '.5', '5.', '-1', '100n', '2E', '2e-3', '1Gi'],
    refuses: ['', '.', '1mi', '1KB', '1e', '1 Gi'],
  },
  version: {
    accepts: ['v1.31.0', '1.2.3-rc.1', '2.0.5~rc1', '1.36.2+k3s1'],
    refuses: ['1.2', 'V1.2.3', '1.2.3.', 'v1.2.x'],
  },
  hash: { accepts: ['abcdef0'], refuses: ['', 'abcdeg0'] },
  suffix: {
    accepts: ['bcdfg', '6d4cf56db6'],
    refuses: ['bcdf', 'aeiou', 'BCDFG', '01333', 'x8k2p-7d4b9c6f5'],
  },
}

describe.each(Object.entries(more))('<%s>, at its edges', (type, { accepts: yes, refuses: no }) => {
  it.each(yes)('accepts %j', (value) => expect(accepts(type as TypeName, value)).toBe(true))
  it.each(no)('refuses %j', (value) => expect(accepts(type as TypeName, value)).toBe(false))
})

describe('<age>', () => {
  it('accepts all that HumanDuration prints in ten years, and nothing that it does not', () => {
    const printed = new Set<string>()
    for (let seconds = 0; seconds < 3 * 86_400; seconds += 1) printed.add(humanDuration(seconds))
    for (let hours = 72; hours < 10 * 365 * 24; hours += 1) printed.add(humanDuration(hours * 3600))
    for (const text of printed) expect(accepts('age', text)).toBe(true)
    const units = ['y', 'd', 'h', 'm', 's']
    for (let number = 0; number < 800; number += 1)
      for (const unit of units)
        expect(accepts('age', number + unit)).toBe(printed.has(number + unit) || (unit === 'y' && number > 9))
  })
})

/** k8s.io/apimachinery/pkg/util/duration.HumanDuration. */
function humanDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const years = Math.floor(days / 365)
  const pair = (whole: string, rest: number, unit: string) => (rest === 0 ? whole : `${whole}${rest}${unit}`)
  if (seconds < 120) return `${seconds}s`
  if (minutes < 10) return pair(`${minutes}m`, seconds % 60, 's')
  if (minutes < 180) return `${minutes}m`
  if (hours < 8) return pair(`${hours}h`, minutes % 60, 'm')
  if (hours < 48) return `${hours}h`
  if (hours < 192) return pair(`${days}d`, hours % 24, 'h')
  if (hours < 24 * 365 * 2) return `${days}d`
  if (hours < 24 * 365 * 8) return pair(`${years}y`, days % 365, 'd')
  return `${years}y`
}

it("our automaton and JavaScript's own engine read each expression alike", () => {
  const atoms = [
    '0',
    '1',
    '25',
    '255',
    'a',
    'f',
    ':',
    '::',
    '.',
    '/',
    '-',
    's',
    'm',
    'h',
    'd',
    'y',
    'Mi',
    'e',
    '+',
    'v',
    ' ',
    'x8k2p',
  ]
  const value = fc.oneof(
    fc.array(fc.constantFrom(...atoms), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.constantFrom(
      ...typeNames.flatMap((type) => [...placeholders[type].accepts, ...placeholders[type].refuses]),
    ),
  )
  const property = fc.property(fc.constantFrom(...typeNames), value, (type, text) => {
    expect(accepts(type, text)).toBe(new RegExp(`^(?:${placeholders[type].expression})$`).test(text))
  })
  fc.assert(property, { numRuns: 5000, seed: 3 })
})
