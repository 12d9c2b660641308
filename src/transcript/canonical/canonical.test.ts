import { describe, expect, it } from 'vitest'
import { readTranscript } from '../expecting.fixture.ts'
import { samples } from '../samples.fixture.ts'
import { canonicalExpectations, canonicalInputs } from './canonical.ts'

const source = samples['everything']!

function changes(edit: (source: string) => string): string[] {
  const before = readTranscript(source)
  const edited = edit(source)
  expect(edited).not.toBe(source)
  const after = readTranscript(edited)
  return [
    ...(canonicalInputs(before) === canonicalInputs(after) ? [] : ['inputs']),
    ...(canonicalExpectations(before) === canonicalExpectations(after) ? [] : ['expectations']),
  ]
}

const replace = (from: string, to: string) => (text: string) => text.replace(from, () => to)

describe('reformatting changes neither', () => {
  it.each([
    ['blank lines', replace('\n\n== choose', '\n== choose')],
    ['spaces in the header', replace('targets: vm, host', 'targets:vm ,host')],
    [
      'the order of the header',
      replace('targets: vm, host\nneeds: cgroup-v2', 'needs: cgroup-v2\ntargets: vm, host'),
    ],
    ['the order of directives', replace('@unordered\n@timeout 500ms', '@timeout 500ms\n@unordered')],
    ['another unit', replace('@timeout 2s', '@timeout 2000ms')],
    ['runs of spaces in output', replace('tail <any>', 'tail   <any>  ')],
    ['a tab in output', replace('tail <any>', 'tail\t<any>')],
    ['a bare > with a space', replace('\n>\n', '\n> \n')],
  ])('%s', (_, edit) => expect(changes(edit)).toEqual([]))
})

describe('what runs is in the inputs', () => {
  it.each([
    ['a target', replace('vm, host', 'vm')],
    ['a need', replace('cgroup-v2', 'tty')],
    ['a space in a command', replace('$ ls <int>', '$ ls  <int>')],
    ['a directive', replace('@hidden\n', '')],
    ['a limit', replace('@timeout 2s', '@timeout 3s')],
    ['the name of a step', replace('== read-it', '== read')],
  ])('%s', (_, edit) => expect(changes(edit)).toEqual(['inputs']))
})

describe('what output is held against is in the expectations', () => {
  it.each([
    ['a word', replace('tmpfs', 'tmpf')],
    ['a leading space', replace('tmpfs', ' tmpfs')],
    ['a status', replace('[exit 1]', '[exit 2]')],
    ['a condition', replace('cgroup=v2', 'cgroup!=v2')],
    ['a type', replace('<any>', '<word>')],
    ['a name', replace('<secret:token>', '<secret>')],
    ['a placeholder made literal', replace('tail <any>', 'tail \\<any>')],
    ['a gap', replace('...\n\ntail', '\ntail')],
    ['a blank line at the end', replace('\\\n[exit 3]', '[exit 3]')],
  ])('%s', (_, edit) => expect(changes(edit)).toEqual(['expectations']))
})
