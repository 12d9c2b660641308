import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { clockFrom, play } from '#kit'
import {
  Agreement,
  append,
  appendAndSettle,
  begin,
  frameAt,
  givenTo,
  keepUntil,
  keyMove,
  moveClock,
  Prediction,
  readFragment,
  Reasons,
  Transport,
  Words,
  writeFragment,
} from './index.ts'
import type { TargetAgreement } from './agreement-record.ts'
import { en as ui } from './strings/en.ts'
import { zhCn } from './strings/zh-cn.ts'

const agreement = (found: Partial<TargetAgreement>): TargetAgreement => ({
  ...{ target: 'vm', kernel: '6.18.4-custom', date: '2026-11-21' },
  ...{ cases: 2000, agreed: 2000, differing: 0, declared: 0, notApplicable: 0 },
  ...found,
})

describe('history', () => {
  /** a number that falls back to the next ten by itself */
  const system = {
    step: (state: number, add: number) => ({ state: state + add, outcome: state + add, trace: [`+${add}`] }),
    enabled: (state: number) => (state % 10 === 0 ? [] : [-1]),
  }

  test('each frame holds the move that made it, and the first holds none', () => {
    const frames = append(system, begin(10), 3)
    expect(frames).toEqual([{ state: 10 }, { state: 13, made: { move: 3, outcome: 13, trace: ['+3'] } }])
  })

  test('what the system does by itself follows, one frame each, until it rests', () => {
    expect(appendAndSettle(system, begin(10), 3).map(({ state }) => state)).toEqual([10, 13, 12, 11, 10])
  })

  test('a system that never rests is cut', () => {
    const restless = { ...system, enabled: () => [1] }
    expect(appendAndSettle(restless, begin(0), 1)).toHaveLength(502)
  })

  test('going back is exact, and going past the end is the end', () => {
    const frames = appendAndSettle(system, begin(10), 3)
    expect(appendAndSettle(system, keepUntil(frames, 0), 3)).toEqual(frames)
    expect(frameAt(frames, 99)).toBe(frames[4])
  })
})

describe('fragment', () => {
  const name = fc.stringMatching(/^[a-z-]{1,12}$/)
  const value = fc.stringMatching(/^[a-zA-Z0-9.-]{0,20}$/)

  test('what was written is read, whatever else is there', () => {
    fc.assert(
      fc.property(fc.string(), name, value, (rubbish, name, value) => {
        expect(readFragment(writeFragment(rubbish, name, value), name)).toBe(value)
      }),
    )
  })

  test('widgets keep out of each other’s way', () => {
    fc.assert(
      fc.property(name, value, name, value, (one, its, other, others) => {
        fc.pre(one !== other)
        const hash = writeFragment(writeFragment('', one, its), other, others)
        expect([readFragment(hash, one), readFragment(hash, other)]).toEqual([its, others])
      }),
    )
  })

  test('an anchor gives way to a state', () => {
    expect(writeFragment('#process-1', 'w', 'a.1')).toBe('#w=a.1')
  })
})

describe('islands', () => {
  test('are named by what they begin with, unless the page names them', () => {
    expect(givenTo('w', { lang: 'en' }, undefined).id).toBe('w')
    expect(givenTo('w', { lang: 'en', scenario: 'a' }, undefined)).toMatchObject({ id: 'w-a', scenario: 'a' })
    expect(givenTo('w', { lang: 'en', scenario: 'a', id: 'own' }, undefined).id).toBe('own')
  })

  test('show what conformance has found, unless the page gives another record', () => {
    expect(givenTo('w', { lang: 'en' }, []).record).toEqual([])
    const record = [agreement({})]
    expect(givenTo('w', { lang: 'en', record }, []).record).toBe(record)
  })
})

describe('clock moves', () => {
  test('a new end comes with its instant', () => {
    expect(moveClock(clockFrom(3, 3), { to: 5, end: 8 })).toEqual({ now: 5, end: 8, running: false })
    expect(moveClock(clockFrom(8, 8), { to: 8, end: 2 })).toEqual({ now: 2, end: 2, running: false })
  })

  test.each([
    ['ArrowLeft', { to: 3 }],
    ['ArrowRight', { to: 5 }],
    ['Home', { to: 0 }],
    ['End', { to: 9 }],
    [' ', 'play'],
    ['a', undefined],
    ['Tab', undefined],
  ])('key %j', (key, move) => {
    expect(keyMove(key, { now: 4, end: 9, running: false }, false)).toEqual(move)
  })

  test('space pauses what runs, and stays with the button it is pressed on', () => {
    expect(keyMove(' ', play(clockFrom(9)), false)).toBe('pause')
    expect(keyMove(' ', clockFrom(9), true)).toBeUndefined()
  })
})

describe('parts', () => {
  test('Words: backticks are code', () => {
    expect(render(<Words text="`sh` leaves, `<b>` stays" />)).toBe(
      '<code>sh</code> leaves, <code>&lt;b></code> stays',
    )
  })

  test('Transport: the slider says where it is and what is there', () => {
    const html = render(<Transport id="w" clock={clockFrom(9, 4)} move={() => {}} now="bash forks" ui={ui} />)
    expect(html).toContain('aria-valuetext="4 of 9: bash forks"')
    expect(html).toContain('aria-label="Play"')
    expect(html).toContain('aria-describedby="w-keys"')
  })

  test('Transport: while it runs the button pauses', () => {
    const html = render(<Transport id="w" clock={play(clockFrom(9))} move={() => {}} now="" ui={zhCn} />)
    expect(html).toContain('aria-label="暂停"')
  })

  test('Reasons: the sentence, and the id of its rule', () => {
    const html = render(<Reasons reasons={[{ rule: 'a/b', verdict: 'reject', text: 'No.' }]} ui={ui} />)
    expect(html).toContain('<li class="reject">No. <small>a/b</small></li>')
  })

  test('Agreement: each target by name, measures with their error, samples that were no good apart', () => {
    const error = { unit: 'points', mean: 0.31, worst: 1.7 }
    const record = [
      agreement({ target: 'host', cases: 10_000, agreed: 10_000 }),
      agreement({ aspect: 'quotas', cases: 70, agreed: 63, notApplicable: 7, error, declared: 2 }),
    ]
    const html = render(<Agreement record={record} leftOut={[]} ui={ui} />)
    expect(html).toContain('host 10,000 of 10,000 (Linux 6.18.4, 2026-11-21)')
    expect(html).toContain('vm (quotas) 63 of 63, mean error 0.31, worst 1.70 points, 7 more not applicable')
    expect(html).toContain('Declared differences: 2.')
    expect(html).toContain('class="agrees"')
    const chinese = render(<Agreement record={record} leftOut={[]} ui={zhCn} />)
    expect(chinese).toContain(
      'vm（配额）上 63 例中 63 例，平均误差 0.31 个百分点，最大 1.70 个百分点，另有 7 例不适用',
    )
  })

  test('Agreement: without a record nothing is claimed', () => {
    expect(render(<Agreement record={[]} leftOut={[]} ui={ui} />)).toContain('not yet been checked')
    expect(render(<Agreement leftOut={['threads']} ui={ui} />)).toContain('not yet been checked')
  })

  test.each([
    [2000, 'agrees', '2,000 of 2,000'],
    [1999, 'disagrees', '1,999 of 2,000'],
  ])('Agreement: %i of 2000 %s', (agreed, kind, counts) => {
    const record = [agreement({ target: 'host', agreed, differing: 2000 - agreed })]
    const html = render(<Agreement record={record} leftOut={['`setns`']} uncheckable={['a panic']} ui={ui} />)
    expect(html).toContain('Linux 6.18')
    expect(html).toContain('<li>a panic</li>')
    expect(html).toContain(`class="${kind}"`)
    expect(html).toContain(counts)
    expect(html).toContain('<li><code>setns</code></li>')
    expect(html).toContain('Not modelled: 1')
  })

  test('Prediction: choices first; after a guess the right one, whether it was guessed or not', () => {
    const choices = [
      { id: 'x', text: 'All die', right: true },
      { id: 'y', text: 'Nothing', right: false },
    ]
    const ask = (chosen?: string) =>
      render(<Prediction question="And now?" choices={choices} chosen={chosen} choose={() => {}} ui={ui} />)
    expect(ask().match(/<button/g)).toHaveLength(2)
    expect(ask('x')).toContain('<p class="right" tabindex="-1"><b>Right.</b> All die</p>')
    expect(ask('y')).toContain('<p class="wrong" tabindex="-1"><b>Not so (“Nothing”).</b> All die</p>')
  })
})
