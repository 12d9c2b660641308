import { describe, expect, test } from 'vitest'
import { addressOf } from './address-of.ts'
import { findSnippet } from './find-snippet.ts'
import { numbersFor } from './numbers-for.ts'
import { trigger } from './trigger.ts'

const sources = {
  '/content/namespaces/snippets/orphan.ts': 'code',
  '/content/namespaces/snippets/reap.ts': 'more',
}
const outputs = { '/content/namespaces/snippets/orphan.expected.txt': 'output' }

describe('findSnippet', () => {
  test('gives the source and its expected output', () => {
    expect(findSnippet(sources, outputs, 'namespaces', 'orphan')).toEqual({
      source: 'code',
      expected: 'output',
    })
  })

  test.each([
    [
      'no source',
      ['namespaces', 'orphans'],
      'content/namespaces/snippets/orphans.ts: no such file. Expected it for <Snippet name="orphans" /> in chapter namespaces; ' +
        'there: orphan, reap. Write it, or correct the name.',
    ],
    [
      'no expected output',
      ['namespaces', 'reap'],
      'content/namespaces/snippets/reap.expected.txt: no such file. Expected it for <Snippet name="reap" /> in chapter namespaces; ' +
        'there: orphan. Run the snippet with Node and keep what it prints there.',
    ],
    [
      'a chapter without snippets',
      ['mesh', 'orphan'],
      'content/mesh/snippets/orphan.ts: no such file. Expected it for <Snippet name="orphan" /> in chapter mesh; there: none. ' +
        'Write it, or correct the name.',
    ],
    [
      'no chapter',
      [undefined, 'orphan'],
      '<Snippet name="orphan" /> stands outside a chapter. Expected a page with a chapter parameter.',
    ],
  ] as const)('%s: says where, what was expected, and what to do', (_, [chapter, name], message) => {
    expect(() => findSnippet(sources, outputs, chapter, name)).toThrow(new Error(message))
  })
})

describe('addressOf', () => {
  test('reads the address', () => {
    expect(addressOf('<script type="module" src="/b/_astro/a.js"></script>')).toBe('/b/_astro/a.js')
  })

  test('refuses a script that was put inline', () => {
    expect(() => addressOf('<script type="module">1</script>')).toThrow('vite.build.assetsInlineLimit')
  })
})

test('a number a line, none for the final newline', () => {
  expect(numbersFor('a\n\nb\n')).toBe('1\n2\n3')
})

test('the trigger is tiny', () => {
  expect(trigger.length).toBeLessThanOrEqual(400)
})
