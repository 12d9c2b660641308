import { describe, expect, it } from 'vitest'
import { readCommand } from '../expecting.fixture.ts'
import { classify } from './classify.ts'

describe('every command is exactly one of', () => {
  it.each([
    ['verified', '$ x\na'],
    ['verified', '$ x'],
    ['verified', '$ x\n[exit 1]'],
    ['verified', '$ x\n...\na\n...'],
    ['verified', '$ x\na <any>'],
    ['verified', '$ x\n<word>'],
    ['verified', '@unordered\n$ x\na'],
    ['ran', '@ran\n$ x'],
    ['ran', '@ran\n$ x\n[exit 1]'],
    ['ran', '$ x\n...'],
    ['ran', '$ x\n<any>\n...\n  <any> <any>'],
    ['ran', '$ x\n...\n[exit 1]'],
    ['not-run', '@not-run the internet\n$ x'],
  ])('%s: %j', (found, body) => expect(classify(readCommand(body))).toBe(found))

  it('with several expectations: what the chosen one proves, or the weakest', () => {
    const command = readCommand('$ x\na\n@when cgroup=v2\n...')
    expect(classify(command)).toBe('ran')
    expect(command.expectations.map((each) => classify(command, each))).toEqual(['verified', 'ran'])
  })
})
