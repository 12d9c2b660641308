import fc from 'fast-check'
import { expect, test } from 'vitest'
import { terminalMark } from './report.ts'
import { createMarkSplitter } from './split-marks.ts'

const token = '0123abcd'
const mark = (ticket: string) => terminalMark(token, ticket)

/** Everything, with marks as they were and neighbouring output joined. */
function split(chunks: readonly string[]): { output: string; marks: string[] } {
  const next = createMarkSplitter(token)
  const parts = chunks.flatMap((chunk) => next(Buffer.from(chunk, 'latin1')))
  return {
    output: parts
      .map((part) => ('output' in part ? Buffer.from(part.output).toString('latin1') : '|'))
      .join(''),
    marks: parts.flatMap((part) => ('mark' in part ? [part.mark] : [])),
  }
}

test('cuts at marks, and at nothing else', () => {
  expect(split([`a${mark('1')}b${mark('2')}`])).toEqual({ output: 'a|b|', marks: ['1', '2'] })
  const other = terminalMark('ffff0000', '1')
  expect(split([`${other}${mark('1')}`])).toEqual({ output: `${other}|`, marks: ['1'] })
})

test('however the stream is cut into chunks', () => {
  const texts = fc.array(
    fc.constantFrom('a', '\x1b', '\x1b]', '\x1b]nodebook;', token, ';', '\x07', mark('1'), mark('22')),
  )
  const cuts = fc.array(fc.nat(40))
  fc.assert(
    fc.property(texts, cuts, (parts, sizes) => {
      // A mark behind, so that nothing is held back.
      const text = `${parts.join('')}${mark('end')}`
      const chunks: string[] = []
      let at = 0
      for (const size of sizes) chunks.push(text.slice(at, (at += size)))
      chunks.push(text.slice(at))
      expect(split(chunks)).toEqual(split([text]))
    }),
  )
})

test('holds back no more than what may become a mark', () => {
  expect(split(['a\x1b]node']).output).toBe('a')
  expect(split(['a\x1b]node', 'x']).output).toBe('a\x1b]nodex')
})
