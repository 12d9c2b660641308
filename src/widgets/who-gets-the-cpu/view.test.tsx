import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut } from '#models/cpu-time'
import { decode, encode } from './codec.ts'
import English, { language as en } from './en.tsx'
import { rebuild, turn } from './machine.ts'
import { resultOf } from './result.ts'
import { openScenario, scenarios } from './scenarios.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const gets = (id: string): Readonly<Record<string, number>> => {
  const { places, machine } = openScenario(id)
  return Object.fromEntries(
    resultOf(places, machine).rows.map((row) => [row.name, Number(row.gets.toFixed(3))]),
  )
}

describe.each(languages)('%s', (_, { wording, labels, ui }, Widget) => {
  test.each(scenarios.map(({ id }) => id))(
    '%s: rendered on the server, every number with its arithmetic',
    (id) => {
      const html = render(<Widget id="w" scenario={id} />)
      const { places, machine } = openScenario(id)
      for (const { name, gets, stretches } of resultOf(places, machine).rows) {
        expect(html).toContain(`<code>${name}</code>`)
        expect(html).toContain(labels.gets(wording.share(gets)))
        expect(stretches.some(({ reasons }) => reasons.length > 0)).toBe(true)
      }
      expect(html).not.toMatch(/undefined|NaN|\[object/)
      expect(html).not.toMatch(/\sstyle=/)
    },
  )

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const what of leftOut) expect(html).toContain(wording.leftOut[what].split('`')[0])
    expect(html).toContain(ui.unchecked)
  })

  test('without a script every example stands in a table', () => {
    const html = render(<Whole {...{ wording, labels, ui }} />)
    for (const { id } of scenarios) expect(html).toContain(labels.scenarios[id].name)
  })
})

describe('the examples', () => {
  test.each([
    ['neighbours', { web: 0.25, batch: 0.75 }],
    ['nested', { 'team-a': 0.5, web: 0.375, db: 0.125, 'team-b': 0.5, batch: 0.5 }],
    ['many-threads', { web: 0.5, batch: 0.5 }],
    ['two-cpus', { web: 1.333, batch: 0.667 }],
    ['one-thread', { web: 1, batch: 1 }],
    ['quota', { web: 0.2, batch: 0.8 }],
    ['both', { web: 0.5, batch: 1.5 }],
  ])('%s', (id, expected) => expect(gets(id)).toEqual(expected))

  test.each(scenarios)('$id: one choice of its question is right', ({ places, machine, question }) => {
    const { rows } = resultOf(places, turn(machine, question.at, question.to))
    const answer = rows.find(({ name }) => name === question.of)?.gets ?? 0
    expect(question.choices.filter((cpus) => Math.abs(cpus - answer) < 0.001)).toHaveLength(1)
  })

  test('pinned or not, on one CPU or two, no CPU is given away twice', () => {
    for (const { places, machine } of scenarios)
      for (const cpus of [1, 2])
        for (const pinned of [true, false]) {
          const { rows } = resultOf(places, rebuild(machine, cpus, pinned))
          const own = rows.flatMap((row) => row.own).reduce((sum, one) => sum + one, 0)
          expect(own).toBeLessThanOrEqual(cpus + 1e-9)
          for (const row of rows) expect(row.gets).toBeLessThanOrEqual(cpus + 1e-9)
        }
  })
})

describe('links', () => {
  test.each(scenarios)('$id comes back as it was', (scenario) => {
    for (const machine of [scenario.machine, rebuild(scenario.machine, 2, false)]) {
      const shown = { scenario, machine }
      expect(decode(encode(shown))).toEqual(shown)
    }
  })

  test.each([
    '',
    'moon.1p.100-x-1',
    'neighbours',
    'neighbours.3p.100-x-1.100-x-1',
    'neighbours.1p.0-x-1.100-x-1',
    'neighbours.1p.100-x-1',
    'neighbours.1p.100-0-1.100-x-1',
    'neighbours.2p.100-x-1.100-x-1',
    '%%%',
  ])('%j is no state', (text) => expect(decode(text)).toBeUndefined())
})
