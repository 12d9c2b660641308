import { render } from 'preact-render-to-string'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkInput, leftOut, podCgroups, podIds, pods, rules } from '#models/pod-cgroups'
import { textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import { decode, encode } from './codec.ts'
import {
  addRow,
  cells,
  draftOf,
  inputOf,
  mostRows,
  openPod,
  removeRow,
  setCell,
  setKind,
  type Draft,
} from './draft.ts'
import English, { language as en } from './en.tsx'
import { FileTree } from './FileTree.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const hows = [
  { version: 'v2', weights: 'now' },
  { version: 'v2', weights: 'then' },
  { version: 'v1', weights: 'now' },
] as const

describe.each(languages)('%s', (_, language, Widget) => {
  test('every Pod to begin with, every file and what is left out are rendered on the server', () => {
    const html = render(<Widget id="w" />)
    for (const id of podIds) expect(html).toContain(language.wording.pods[id].name)
    for (const what of leftOut) expect(html).toContain(language.wording.leftOut[what].split('`')[0])
    expect(textOf(html)).toContain('cpu.weight 35')
    expect(html).not.toMatch(/\sstyle=/)
  })

  test.each(podIds)('%s: every value of every file has its reasons in words', (id) => {
    for (const how of hows) {
      const files = podCgroups(inputOf(draftOf(id, how)))
      expect(textOf(render(<FileTree files={files} {...language} />))).not.toMatch(
        /undefined|null|NaN|\[object/,
      )
      for (const { files: each } of files.groups)
        for (const { because } of each) expect(because.length).toBeGreaterThan(0)
    }
  })

  test('every rule has words', () => {
    expect(Object.keys(language.wording.reasons).sort()).toEqual(Object.keys(rules).sort())
  })
})

describe('what the reader types', () => {
  test.each(podIds)('%s comes back from its lines as it was', (id) => {
    const how = { version: 'v2', weights: 'now' } as const
    const given = podCgroups({ ...inputOf(draftOf(id, how)), pod: pods[id] })
    expect(podCgroups(inputOf(draftOf(id, how)))).toEqual(given)
  })

  test('an empty cell is a line that is not there', () => {
    const draft = setCell(openPod(), 0, 'cpu-limit', ' ')
    expect(inputOf(draft).pod.containers[0].resources?.limits).toEqual({ memory: '512Mi' })
  })

  test('what is no quantity goes on to be refused, as it was typed', () => {
    expect(checkInput(inputOf(setCell(openPod(), 0, 'cpu-request', 'much')))).toMatchObject([
      { is: 'no-quantity', container: 'web', resource: 'cpu' },
    ])
  })

  test('lines are added up to a number, removed, and given a kind; the first stays a container', () => {
    let draft: Draft = openPod()
    for (let i = 0; i < 2 * mostRows; i++) draft = addRow(draft)
    expect(draft.rows).toHaveLength(mostRows)
    expect(new Set(draft.rows.map(({ name }) => name)).size).toBe(mostRows)
    draft = setKind(removeRow(removeRow(draft, 1), 0), 1, 'sidecar')
    expect(draft.rows.map(({ kind }) => kind)).toEqual(['container', 'sidecar', 'container', 'container'])
    expect(setKind(draft, 0, 'init')).toBe(draft)
    expect(inputOf(draft).pod.initContainers).toHaveLength(1)
  })

  test('an author’s wrong Pod is an error that lists the right ones', () => {
    expect(() => openPod('nope')).toThrow('pod-to-files: expected a Pod (burstable, guaranteed')
  })
})

describe('links', () => {
  test.each(podIds.flatMap((id) => hows.map((how) => [id, how] as const)))(
    '%s is read as it was written',
    (id, how) => {
      expect(decode(encode(draftOf(id, how)))).toEqual(draftOf(id, how))
    },
  )

  test('what a link cannot hold is left out of it', () => {
    const draft = setCell(openPod(), 0, 'cpu-request', '1;2,3&=')
    expect(decode(encode(draft))?.rows[0].amounts['cpu-request']).toBe('')
  })

  test.each([
    '',
    'v2,now',
    'v3,now;web,container,,,,',
    'v2,now;web,sidecar,,,,',
    'v2,now;web,container,,,',
    'v2,now;Web,container,,,,',
    'v2,now;web,container,,,,;web,container,,,,',
    'v2,now;web,container,1%20,,,',
    `v2,now${';web,container,,,,'.repeat(mostRows + 1)}`,
  ])('%j is refused', (text) => expect(decode(text)).toBeUndefined())

  test('rubbish is refused or read whole, never half', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = decode(`v2,now;web,container,${text}`)
        if (found) expect(Object.keys(found.rows[0].amounts).sort()).toEqual([...cells].sort())
      }),
    )
  })
})
