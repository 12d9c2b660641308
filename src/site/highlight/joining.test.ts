import { expect, test } from 'vitest'
import { joinPieces, renderLine, type Piece } from './render.ts'

const plain = (text: string): Piece => ({ text, kind: undefined })
const keyword = (text: string): Piece => ({ text, kind: 'keyword' })

test('neighbours of one kind become one piece', () => {
  expect(joinPieces([keyword('a'), keyword('b'), plain('c'), plain('d')])).toEqual([
    keyword('ab'),
    plain('cd'),
  ])
})

test('a blank between two pieces of one kind joins them', () => {
  expect(joinPieces([keyword('import'), plain(' '), keyword('type')])).toEqual([keyword('import type')])
})

test('a blank between different kinds stays plain', () => {
  const pieces = [keyword('const'), plain(' '), { text: 'x', kind: 'function' } as const]
  expect(joinPieces(pieces)).toEqual(pieces)
})

test('plain text has no span, and markup in code is escaped', () => {
  expect(renderLine([plain('a<b'), keyword('&&')])).toBe('a&lt;b<span class="tk-keyword">&amp;&amp;</span>')
})
