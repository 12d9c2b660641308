import { describe, expect, test } from 'vitest'
import { makeBatch } from './batch.ts'
import { verdictOn } from './verdict.ts'

describe('batch', () => {
  function record() {
    const appended: string[] = []
    const frames: (() => void)[] = []
    const batch = makeBatch(
      (text) => appended.push(text),
      (then) => frames.push(then),
    )
    return { appended, frames, ...batch }
  }

  test('a thousand texts between two frames are one change of the page', () => {
    const { appended, frames, add } = record()
    for (let line = 0; line < 1000; line += 1) add('x\n')
    expect([appended, frames.length]).toEqual([[], 1])
    frames[0]?.()
    expect(appended).toEqual(['x\n'.repeat(1000)])
  })

  test('the next text waits for a frame of its own', () => {
    const { appended, frames, add } = record()
    add('a')
    frames[0]?.()
    add('b')
    frames[1]?.()
    expect(appended).toEqual(['a', 'b'])
  })

  test('flushed early, the frame finds nothing left', () => {
    const { appended, frames, add, flush } = record()
    add('a')
    flush()
    frames[0]?.()
    expect(appended).toEqual(['a'])
  })
})

describe('verdict', () => {
  test.each([
    ['the same', 'a\nb\n', 'a\nb\n'],
    ['the same but for the last newline', 'a\nb\n', 'a\nb'],
    ['nothing at all', '', ''],
  ])('%s', (_, output, expected) => {
    expect(verdictOn(output, expected)).toEqual({ same: true })
  })

  test.each([
    ['another line', 'a\nc\n', 'a\nb\n', 2],
    ['a line missing', 'a\n', 'a\nb\n', 2],
    ['a line too many', 'a\nb\nc\n', 'a\nb\n', 3],
    ['a trailing space', 'a \n', 'a\n', 1],
  ])('%s', (_, output, expected, line) => {
    expect(verdictOn(output, expected)).toEqual({ same: false, line })
  })
})
