import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { leftOut, rules, scenarios, type TreeTale } from '#models/cgroups'
import { act, decode, encode, isNext, open } from '#widgets/kit'
import { checkStoryWidget } from '#widgets/kit/story/story-widget.fixture.tsx'
import { draftAt, openAt } from './draft.ts'
import English, { language as en } from './en.tsx'
import { FileTable } from './FileTable.tsx'
import { GroupTree } from './GroupTree.tsx'
import type { Language } from './labels.ts'
import { rowsOf } from './rows.ts'
import { machineAt, speechOf, stage } from './stage.ts'
import { shownFiles } from './shown-files.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const nothing = () => {}

checkStoryWidget<TreeTale, Language>({
  ...{ stage, speechOf, rules, languages },
  words: ({ labels }) => labels,
  leftOut: ({ wording }) => leftOut.map((what) => wording.leftOut[what]),
})

describe.each(languages)('%s', (_, language, Widget) => {
  test('the first state has files to write to', () => {
    expect(render(<Widget id="w" />)).toContain('cgroup.subtree_control')
  })

  test('without a script every story is told', () => {
    const html = render(<Whole {...language} />)
    const moves = scenarios.reduce((sum, { steps }) => sum + steps.length, 0)
    expect(html.match(/class="asked"/g)).toHaveLength(moves)
  })

  test('who cannot see a picture hears whose a process is', () => {
    const state = machineAt(open(stage, 'delegate'), 6)
    const html = render(<GroupTree state={state} open="/a/b" choose={nothing} labels={language.labels} />)
    expect(html).toContain(language.labels.tree.process(3, 'user'))
    expect(html).toMatch(/aria-pressed="?true"?[^>]*aria-label="\/a\/b"/)
  })

  test('what holds instead of what is written stands beside it, with the group that has the say', () => {
    const state = machineAt(open(stage, 'limits'), 6)
    const html = render(
      <FileTable
        {...{ state, before: undefined, place: '/a/b', file: '', choose: nothing }}
        labels={language.labels}
      />,
    )
    expect(html).toContain('1073741824')
    expect(html).toMatch(/134217728/)
  })
})

test('a file that appears or changes is marked, one that stays is not', () => {
  const story = open(stage, 'files')
  const changed = (now: number) =>
    shownFiles(machineAt(story, now), machineAt(story, now - 1), '/a')
      .filter((file) => file.changed)
      .map(({ name }) => name)
  expect(changed(3)).toContain('cpu.weight')
  expect(changed(3)).not.toContain('cgroup.procs')
  expect(changed(7)).toEqual(['memory.max'])
})

test('effects come from the group above alone: cpu, memory, pids, freezer', () => {
  const effect = (id: 'limits' | 'pids' | 'freeze', now: number, file: string) =>
    shownFiles(machineAt(open(stage, id), now), undefined, '/a/b').find(({ name }) => name === file)?.effect
  expect(effect('limits', 10, 'cpu.max')).toEqual({ value: '0.5 CPU', at: '/a' })
  expect(effect('limits', 6, 'memory.max')).toEqual({ value: '134217728', at: '/a' })
  expect(effect('pids', 6, 'pids.max')).toEqual({ value: '1', at: '/a' })
  expect(effect('freeze', 4, 'cgroup.freeze')).toEqual({ value: '1', at: '/a' })
  expect(effect('freeze', 3, 'cgroup.freeze')).toBeUndefined()
})

test('rows follow the tree, parents first', () => {
  const story = open(stage, 'delegate')
  const rows = rowsOf(machineAt(story, story.frames.length - 1))
  expect(rows.map(({ place, depth }) => [place, depth])).toEqual([
    ['/', 0],
    ['/a', 1],
    ['/a/b', 2],
    ['/a/c', 2],
  ])
})

test('the form holds what the story writes next; to do that is to go on with it', () => {
  const story = open(stage, 'inside')
  expect(draftAt(story, 3, '/a')).toEqual({ by: 'root', file: 'cgroup.procs', text: '1' })
  expect(openAt(story, 3)).toBe('/a/b')
  expect(draftAt(story, 3, '/a/b').text).toBe('')
  expect(draftAt(story, 5, '/a')).toEqual({ by: 'root', file: 'cgroup.subtree_control', text: '+memory' })
  expect(isNext(story, 3, { on: 'v2', do: 'write', at: '/a', ...draftAt(story, 3, '/a') })).toBe(true)
  expect(isNext(story, 3, { on: 'v2', do: 'mkdir', by: 'root', at: '/b' })).toBe(false)
})

test('every state has a link that leads back to it', () => {
  for (const { id } of scenarios) {
    let story = open(stage, id)
    const on = id === 'free-v1' || id.endsWith('-v1') || id === 'many-trees' ? 'v1' : 'v2'
    story = act(story, story.frames.length - 1, {
      ...{ on, do: 'write', by: 'user', at: on === 'v1' ? 'cpu:/' : '/' },
      ...{ file: 'cgroup.procs', text: '1.5 ~ % 文' },
    })
    const place = { story, now: story.frames.length - 1 }
    const link = encode(place)
    expect(link).not.toMatch(/[\s&=#]/)
    expect(encode(decode(stage, link) ?? place)).toBe(link)
    expect(decode(stage, link)?.story.frames.at(-1)?.made?.move).toEqual(story.frames.at(-1)?.made?.move)
  }
})
