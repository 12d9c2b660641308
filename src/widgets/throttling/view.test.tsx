import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut } from '#models/cpu-time'
import { decode, encode } from './codec.ts'
import English, { language as en } from './en.tsx'
import { answerOf, openScenario, scenarios } from './scenarios.ts'
import { figuresOf, overloaded, turn } from './service.ts'
import { requestsOf, stretchesOf, unroll } from './timeline.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

describe.each(languages)('%s', (_, { wording, labels, ui }, Widget) => {
  test.each(scenarios.map(({ id }) => id))('%s: rendered on the server with its figures', (id) => {
    const html = render(<Widget id="w" scenario={id} />)
    const { p50, p99, worst } = figuresOf(openScenario(id).knobs)
    for (const figure of [p50, p99, worst]) expect(html).toContain(`<dd>${wording.time(figure)}</dd>`)
    expect(html).not.toMatch(/undefined|NaN|\[object/)
    expect(html).not.toMatch(/\sstyle=/)
  })

  test('what is left out is listed, and agreement is not claimed', () => {
    const html = render(<Widget id="w" />)
    for (const what of leftOut) expect(html).toContain(wording.leftOut[what].split('`')[0])
    expect(html).toContain(ui.unchecked)
  })

  test('without a script every event of the timeline stands in a table', () => {
    const html = render(<Whole scenario="burst" {...{ wording, labels, ui }} />)
    expect(html.match(/<tr/g)).toHaveLength(unroll(openScenario('burst').knobs).length)
    expect(html).not.toMatch(/undefined|NaN/)
  })
})

describe('the timeline', () => {
  test.each(scenarios)('$id: time goes on, and each instant has a reason', ({ knobs }) => {
    const frames = unroll(knobs)
    frames.slice(1).forEach(({ state, made }, at) => {
      expect(state.now).toBeGreaterThan(frames[at]?.state.now ?? -1)
      expect(made?.trace.length).toBeGreaterThan(0)
    })
  })

  test('a request of 50 ms with 20 ms in each 100 ms is held twice', () => {
    const stretches = stretchesOf(unroll(openScenario('stretched').knobs))
    const [first] = requestsOf(unroll(openScenario('stretched').knobs))
    const during = stretches.filter(({ from, to }) => from >= (first?.from ?? 0) && to <= (first?.to ?? 0))
    expect(during.filter(({ throttled }) => throttled)).toHaveLength(2)
    expect(during.reduce((sum, { from, to, rate }) => sum + rate * (to - from), 0)).toBeCloseTo(50_000)
  })

  test('every request shown is answered', () => {
    for (const { knobs } of scenarios)
      for (const { to } of requestsOf(unroll(knobs))) expect(to).toBeDefined()
  })
})

describe('the figures', () => {
  test('with a quota that is never spent, every request takes its work', () => {
    const { p50, p99, worst, alone, throttled } = figuresOf(turn(openScenario().knobs, { quota: 100 }))
    expect([p50, p99, worst, throttled]).toEqual(
      [alone, alone, alone, 0].map((value) => expect.closeTo(value, 3)),
    )
  })

  test('more work than the quota allows is said to be so', () => {
    const knobs = turn(openScenario('burst').knobs, { quota: 10 })
    expect(overloaded(figuresOf(knobs))).toBe(true)
    expect(render(<English id="w" />)).not.toContain('queue only grows')
  })

  test('the answers are the model’s', () => {
    expect(scenarios.map(answerOf)).toEqual(['longer', 'longer', 'shorter'])
  })

  test('a burst above the quota gives way, as the kernel would refuse it', () => {
    expect(turn(openScenario('burst').knobs, { burst: 500 }).burst).toBe(50)
  })
})

describe('links', () => {
  test.each(scenarios)('$id comes back as it was', (scenario) => {
    const place = { scenario, knobs: turn(scenario.knobs, scenario.to), now: 7 }
    expect(decode(encode(place))).toEqual(place)
  })

  test.each([
    '',
    'moon.1.50-1-400-20-100-0',
    'burst.1',
    'burst.x.60-4-250-50-100-0',
    'burst.1.60-4-250-50-100',
    'burst.1.60-4-250-0-100-0',
    'burst.1.60-99-250-50-100-0',
  ])('%j is no state', (text) => expect(decode(text)).toBeUndefined())
})
