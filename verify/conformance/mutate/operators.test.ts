import { expect, test } from 'vitest'
import { applyMutant, mutantsOf } from './operators.ts'

const mutate = (text: string): readonly string[] =>
  mutantsOf('x.ts', text).map((one) => applyMutant(text, one))

test.each([
  ['const a = b ? 1 : c', ['const a = !(b) ? 1 : c', 'const a = b ? 2 : c']],
  ['const f = (a) => a < b', ['const f = (a) => a <= b']],
  ['const f = a === b && c', ['const f = a === b || c', 'const f = a !== b && c']],
  ["const a = 'x'", ["const a = 'x!'"]],
  [
    'const f = () => { if (a) return 1; return b }',
    [
      'const f = () => { if (!(a)) return 1; return b }',
      'const f = () => { ; return b }',
      'const f = () => { if (a) return 2; return b }',
    ],
  ],
  ['const a = { ...b, c: d }', ['const a = { ...b, ...{} }']],
  ['const a = { c: d }', []],
  ['const a = !b', ['const a = b']],
  ['a()', [';']],
])('%s', (text, expected) => {
  expect(mutate(text)).toEqual(expected)
})

test('types, imports and the facts of reasons are left alone', () => {
  expect(
    mutate(
      "import { x } from './x.ts'\ntype A = 'b' | 1\nconst y: 'b' = z\nconst r = because('rule', a, { b: 1 })",
    ),
  ).toEqual([])
})
