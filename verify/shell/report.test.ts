import { describe, expect, test } from 'vitest'
import { readMessage, reportLine } from './report.ts'
import { stripEcho } from './strip-echo.ts'

describe('a message', () => {
  test.each([
    ['done 3f 7 0 1 7', { kind: 'done', ticket: '3f', status: 7, pipeStatus: [0, 1, 7] }],
    [' done 3f 0 0 ', { kind: 'done', ticket: '3f', status: 0, pipeStatus: [0] }],
    ['end abc 137', { kind: 'end', token: 'abc', status: 137 }],
    ['fault mount -t tmpfs', { kind: 'fault', text: 'mount -t tmpfs' }],
  ])('%s', (line, message) => expect(readMessage(line)).toEqual(message))

  test.each(['', 'done', 'done 3f', 'done 3f x', 'end abc', 'end abc 1.5', 'DONE 3f 0 0', 'done 3f 0 0x'])(
    'is not: %s',
    (line) => expect(readMessage(line)).toBeUndefined(),
  )
})

describe('what set -v echoes of the engine', () => {
  const strip = (text: string, before = '') =>
    stripEcho(Buffer.from(text), before, reportLine('3f')).toString()

  test('goes, at the end and at the start', () => {
    expect(strip(`echo a\na\n${reportLine('3f')}`)).toBe('echo a\na\n')
    expect(strip(`echo a\r\na\r\n${reportLine('3f').replace('\n', '\r\n')}`)).toBe('echo a\r\na\r\n')
    expect(strip('set again\necho a\na\n', 'set again\n')).toBe('echo a\na\n')
  })

  test('of another command stays', () => {
    expect(strip(reportLine('40'))).toBe(reportLine('40'))
    expect(strip(`${reportLine('3f')}more`)).toBe(`${reportLine('3f')}more`)
    expect(strip('')).toBe('')
  })
})
