import { describe, expect, it } from 'vitest'
import { parseTranscript } from '../parse/index.ts'
import { samples } from '../samples.fixture.ts'
import type { Transcript } from '../types.ts'
import { printTranscript } from './print.ts'

function tree(source: string): Transcript {
  const parsed = parseTranscript(source, 'x.transcript')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return structuredClone(parsed.transcript)
}

describe('print(parse(x)) = x', () => {
  it.each(Object.entries(samples))('%s', (_, source) => {
    expect(printTranscript(tree(source))).toBe(source)
  })
})

describe('prints the tree, not an echo of the source', () => {
  it.each(['wire', 'ready'])('%s, with every line wiped from the source that a node can spell', (name) => {
    const whole = tree(samples[name]!)
    const spelt = /^(== |\$ |> |[^@\n])/
    const body = whole.source.indexOf('---') + 1
    const source = whole.source.map((line, index) => (index >= body && spelt.test(line) ? '' : line))
    expect(source).not.toEqual(whole.source)
    expect(printTranscript({ ...whole, source }).replace(/ +/g, ' ')).toBe(samples[name]!.replace(/ +/g, ' '))
  })

  const source = 'targets: host\n---\n== a\n$ one\n> two\n\\$ x <int>\n... \n'

  it('a changed step and command', () => {
    const changed = tree(source)
    changed.steps[0]!.id = 'b'
    changed.steps[0]!.commands[0]!.text = 'uno\n'
    expect(printTranscript(changed)).toBe('targets: host\n---\n== b\n$ uno\n>\n\\$ x <int>\n... \n')
  })

  it('a changed line, escaped where it must be, and read again as the same tree', () => {
    const texts = [
      '@a',
      '$ b',
      '\\c',
      '\\\\d',
      '...',
      '[exit 1]',
      '<int>',
      '<foo:bar> \\<none>',
      '== x',
      '> y',
      '',
    ]
    for (const text of texts) {
      const changed = tree(source)
      const [line] = changed.steps[0]!.commands[0]!.expectations[0]!.lines
      if (line?.kind !== 'line') throw new Error('not a line')
      line.segments = text === '' ? [] : [{ kind: 'literal', text }]
      const again = tree(printTranscript(changed))
      expect(again.steps[0]!.commands[0]!.expectations[0]!.lines[0]).toEqual(line)
    }
  })
})
