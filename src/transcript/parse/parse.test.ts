import { describe, expect, it } from 'vitest'
import type { Transcript } from '../types.ts'
import { formatFault } from './fault.ts'
import { parseTranscript } from './parse.ts'
import { samples } from '../samples.fixture.ts'

const head = 'targets: host\n---\n== a\n'

function tree(source: string): Transcript {
  const parsed = parseTranscript(source, 'x.transcript')
  if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'))
  return parsed.transcript
}

function command(source: string) {
  return tree(head + source).steps[0]!.commands[0]!
}

function literals(source: string): string[] {
  const lines = command(`$ x\n${source}\n`).expectations[0]!.lines
  return lines.map((line) =>
    line.kind === 'any-lines'
      ? 'ANY'
      : line.segments.map((part) => (part.kind === 'literal' ? part.text : `{${part.type}}`)).join(''),
  )
}

describe('header', () => {
  it('reads every word', () => {
    expect(tree(samples['ready']!).header).toEqual({
      targets: ['k3s'],
      needs: [
        { name: 'agents', count: 2, at: { line: 4, column: 9 } },
        { name: 'dns', at: { line: 4, column: 19 } },
        { name: 'exclusive', at: { line: 4, column: 24 } },
      ],
      timeout: 90_000,
      uses: ['web.yaml', 'more/job.yaml'],
      namespace: 'shop',
    })
  })

  it('gives a command 10 s where it is silent', () => {
    expect(tree(samples['wire']!).header.timeout).toBe(10_000)
  })
})

describe('commands', () => {
  it('joins continuation lines byte for byte, a bare > being an empty line', () => {
    const [, heredoc] = tree(samples['everything']!).steps[0]!.commands
    expect(heredoc!.text).toBe('cat <<END > /run/a/b\nfirst\n\n\tlast\nEND')
  })

  it('keeps spaces at both ends', () => {
    expect(command('$  ls  \n').text).toBe(' ls  ')
  })

  it('expects no output and status 0 where nothing is written', () => {
    expect(command('$ true\n\n\n').expectations).toEqual([{ lines: [], exit: 0, at: { line: 4, column: 1 } }])
  })

  it('has no expectation when it is not run', () => {
    expect(command('@not-run a reboot\n$ reboot\n')).toMatchObject({
      directives: { notRun: 'a reboot' },
      expectations: [],
    })
  })
})

describe('directives', () => {
  it('bind to each command of the step right after ==', () => {
    const [step] = tree(samples['everything']!).steps
    expect(step!.hidden).toBe(true)
    expect(step!.commands.map(({ directives }) => directives.timeout)).toEqual([2000, 2000])
  })

  it('bind to the next $ anywhere else', () => {
    const step = tree(samples['everything']!).steps[1]!
    expect(step.commands.map(({ directives }) => directives.unordered)).toEqual([true, false])
  })

  it("let a command's own stand in for its step's", () => {
    const { steps } = tree(`${head}@timeout 1s\n@until 5s\n$ a\n@timeout 2s\n$ b\n`)
    expect(steps[0]!.commands.map(({ directives }) => directives)).toEqual([
      { timeout: 1000, until: 5000, unordered: false, ran: false },
      { timeout: 2000, until: 5000, unordered: false, ran: false },
    ])
  })

  it('@when opens alternatives; lines before the first are the default', () => {
    const [stat] = tree(samples['everything']!).steps[2]!.commands
    expect(
      stat!.expectations.map(({ when, exit, lines }) => [when ?? 'default', exit, lines.length]),
    ).toEqual([
      ['default', 0, 1],
      [{ fact: 'cgroup', operator: '=', value: 'v2' }, 0, 1],
      [{ fact: 'kernel', operator: '<', value: '6.12' }, 1, 2],
    ])
  })

  it('@when without lines above it leaves no default', () => {
    expect(command('$ a\n@when cgroup=v1\nb\n').expectations).toHaveLength(1)
  })
})

describe('expected lines', () => {
  it('drop blank lines at the end and keep them inside', () => {
    expect(literals('\na\n\nb\n\n')).toEqual(['', 'a', '', 'b'])
  })

  it('end in a real blank line where \\ is written', () => {
    expect(literals('a\n\\\n\n')).toEqual(['a', ''])
  })

  it('unescape syntax at the start of a line', () => {
    expect(literals('\\$ a\n\\> b\n\\== c\n\\@d\n\\[exit 1]\n\\...\n\\\\e\n\\$')).toEqual([
      '$ a',
      '> b',
      '== c',
      '@d',
      '[exit 1]',
      '...',
      '\\e',
      '$',
    ])
  })

  it('leave \\ alone elsewhere', () => {
    expect(literals('\\n\n\\$HOME\na \\@b\n\\ x')).toEqual(['\\n', '\\$HOME', 'a \\@b', '\\ x'])
  })

  it('escape < before either shape only', () => {
    expect(literals('\\<int> \\<int:a> \\<foo:bar> \\<none> \\\\<int>')).toEqual([
      '<int> <int:a> <foo:bar> \\<none> \\<int>',
    ])
  })

  it('escape a backslash before a placeholder at the start of a line', () => {
    expect(literals('\\\\<int>')).toEqual(['\\{int}'])
  })

  it('take anything else in angle brackets as literal', () => {
    expect(literals('<BROADCAST,UP> <none> <Int> <https://x> <int> <>')).toEqual([
      '<BROADCAST,UP> <none> <Int> <https://x> {int} <>',
    ])
  })

  it('take $HOME, >> and ==== as literal: they are no syntax', () => {
    expect(literals('$HOME\n>>\n====\n.....')).toEqual(['$HOME', '>>', '====', '.....'])
  })

  it('take ... alone as any lines', () => {
    expect(literals('...\n... \na ...')).toEqual(['ANY', 'ANY', 'a ...'])
  })

  it('locate each placeholder', () => {
    const [line] = command('$ a\nx <int> <mac:red>\n').expectations[0]!.lines
    const places =
      line!.kind === 'line' ? line!.segments.flatMap((part) => ('at' in part ? [part.at] : [])) : []
    expect(places).toEqual([
      { line: 5, column: 3 },
      { line: 5, column: 9 },
    ])
  })
})
