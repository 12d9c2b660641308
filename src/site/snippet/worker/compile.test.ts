import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'

const compiled = (source: string) => {
  const result = compile(source)
  if (!result.ok) throw new Error(result.fault.message)
  return result
}

describe('compile', () => {
  test('takes the types out and leaves every line where it was', () => {
    const { code } = compiled(
      'type A = {\n  a: number\n}\n\nconst a: A = { a: 1 }\nconst b = a satisfies A\n',
    )
    expect(code.split('\n')[4]).toContain('const a = { a: 1 }')
    expect(code).not.toContain('satisfies')
  })

  test('names what the snippet imports, and not what it imports as a type alone', () => {
    const source =
      "import { init } from '#models/a'\nimport type { T } from '#models/b'\ninit()\nawait import('#models/c')"
    expect(compiled(source).imports).toEqual(['#models/a', '#models/c'])
  })

  test.each([
    ['a bracket never closed', 'let a = 1\nlet b = (\n', 3],
    ['a stray token', 'const a = 1\n\nconst = 2', 3],
    ['a string never closed', "const a = 'x\n", 1],
  ])('%s is an error with its line', (_, source, line) => {
    const result = compile(source)
    expect(result).toMatchObject({
      ok: false,
      fault: { line, message: expect.stringMatching(/^SyntaxError: [^()]+$/) },
    })
  })
})
