import { describe, expect, test } from 'vitest'
import type { Run } from '#verify/targets/types.ts'
import {
  echo,
  fakeClock,
  fakeTarget,
  loadedOf,
  printed,
  type Answer,
} from '#verify/replay/fake-target.fixture.ts'
import { replayTranscript } from '#verify/replay/replay-transcript.ts'
import type { Replay, Skip } from '#verify/replay/index.ts'
import { escape } from './junit.ts'
import {
  createProgress,
  formatFailure,
  resultLine,
  summaryLines,
  toJson,
  toJunit,
  totalsOf,
} from './index.ts'

const clock = fakeClock
const replay = (
  body: string,
  answer: Answer = echo,
  options: Parameters<typeof fakeTarget>[1] = {},
): Promise<Replay> =>
  replayTranscript(
    { loaded: loadedOf(body), target: fakeTarget(answer, options).target },
    { keep: false, clock: clock(), signal: new AbortController().signal },
  )

const skip: Skip = { id: 'demo/b', target: 'vm', commands: 3, why: 'QEMU is missing.', missing: true }

describe('a failure says where, expected, got and what to do', () => {
  test('a line that differs, with what follows it', async () => {
    expect(formatFailure(await replay('$ echo one two\none tow\n$ echo b\nb\n'))).toBe(
      [
        'demo/a.transcript:5  step "one"',
        '  command   $ echo one two',
        '  expected  one tow',
        '  got       one two',
        '                 ^ line 1, column 6',
        '  If the new output is right, change the line; if a part of it varies, write a placeholder there.',
        '  not reached  one:6 (step:line)',
      ].join('\n'),
    )
  })

  test('how often it was repeated', async () => {
    expect(formatFailure(await replay('@until 1s\n$ echo a\nb\n'))).toContain(
      '  repeated  4 tries in 1.0 s\n',
    )
  })

  const ended =
    (ending: Run['ended']): Answer =>
    () => ({ ...printed('so far\n', 3), ended: ending })
  test.for([
    ['timeout', 'an end within 10.0 s', '@timeout T'],
    ['lost', 'an answer of the sandbox', 'Replay it again'],
    ['incomplete', 'a complete command', 'Close the quote'],
    ['shell-ended', 'a shell that takes the next command', '[exit N]'],
  ] as const)('%s', async ([ending, expected, todo]) => {
    const text = formatFailure(await replay('$ x\n$ y\n', ended(ending)))
    expect(text).toContain('demo/a.transcript:4  step "one"\n  command   $ x\n')
    expect(text).toContain(`  expected  ${expected}\n  got       `)
    expect(text).toContain(todo)
    expect(text).toContain('            so far\n')
  })

  test('too much output', async () => {
    const text = formatFailure(await replay('$ x\n...\n', () => ({ ...printed('y\n'), dropped: 1_234_567 })))
    expect(text).toContain('1,234,567 bytes more than the limit')
  })

  test('a leftover is named with its maker', async () => {
    const leftovers = [{ kind: 'cgroup', name: '/sys/fs/cgroup/x', maker: 'demo/a' }]
    const text = formatFailure(await replay('$ echo a\na\n', echo, { closing: { leftovers } }))
    expect(text).toContain('demo/a\n  expected  nothing left over\n  got       the cgroup /sys/fs/cgroup/x\n')
  })

  test('what a terminal would obey is printed as text', async () => {
    const text = formatFailure(await replay('$ x\na\n', () => printed('\x1b]0;title\x07\x1b[2J\n')))
    expect(text).toContain('\\x1b]0;title\\x07')
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f]/)
  })
})

describe('the summary', () => {
  test('counts commands, names skips with the reason, and ends with the count', async () => {
    const replays = [await replay('$ echo a\na\n@not-run why\n$ b\n'), await replay('$ echo a\nb\n$ c\nc\n')]
    expect(summaryLines({ replays, skips: [skip, { ...skip, id: 'demo/c' }], faults: [] }, 1_500)).toEqual([
      '',
      'Skipped:',
      '  demo/b, demo/c on vm: QEMU is missing.',
      '',
      '1 verified, 1 not run, 1 differs, 1 not reached, 6 skipped; 100 % of the output pinned; 1.5 s',
      '1 passed, 1 failed, 2 skipped',
    ])
  })

  test('pinned is rounded down', async () => {
    const answer = () => printed(`${'a'.repeat(999)}b\n`)
    const replays = [await replay(`$ x\n${'a'.repeat(999)}<any>\n`, answer)]
    expect(totalsOf({ replays, skips: [], faults: [] }).pinned).toBe(0.999)
    expect(summaryLines({ replays, skips: [], faults: [] }, 0).at(-2)).toContain('99 % of the output pinned')
  })

  test('a target that went wrong as a whole counts as a failure', () => {
    const finished = { replays: [], skips: [], faults: ['vm: it hangs'] }
    expect(summaryLines(finished, 0)[0]).toBe('FAIL  vm: it hangs')
    expect(summaryLines(finished, 0).at(-1)).toBe('0 passed, 1 failed, 0 skipped')
    expect(unbalanced(toJunit(finished))).toEqual([])
  })

  test('a line for each transcript', async () => {
    expect(resultLine(await replay('$ echo a\na\n'))).toBe('ok    demo/a on host  1 verified  0 ms')
    expect(resultLine(await replay('$ echo a\nb\n'))).toBe('FAIL  demo/a on host  1 differs  0 ms')
  })
})

describe('for other programs', () => {
  const nasty = '$ printf nasty\n...\n<any>\n'
  const answer: Answer = () => printed('a & b < c > "d"\x00\x1b[31m\ud800\uffff ]]>\n', 1)

  test('JSON holds every command with its state, and the exit code', async () => {
    const replays = [await replay('$ echo a\na\n@not-run why\n$ b\n'), await replay(nasty, answer)]
    const json = JSON.parse(toJson({ replays, skips: [skip], faults: [] }, 1)) as Record<string, never>
    expect(json).toMatchObject({
      schema: 1,
      exit: 1,
      totals: { transcripts: { passed: 1, failed: 1, skipped: 1 } },
      replays: [
        {
          id: 'demo/a',
          passed: true,
          commands: [
            { state: 'verified', line: 4, output: 'a\n' },
            { state: 'not-run', reason: 'why' },
          ],
        },
        { passed: false, failure: expect.stringContaining('[exit 1]'), commands: [{ state: 'differs' }] },
      ],
      skips: [{ id: 'demo/b', why: 'QEMU is missing.' }],
    })
  })

  test('JUnit is well-formed whatever was printed', async () => {
    const leftovers = [{ kind: 'file', name: 'a<b>"&\x01', maker: 'x' }]
    const replays = [
      await replay('$ echo a\na\n@not-run a "reason" & <more>\n$ b\n'),
      await replay(nasty, answer),
      await replay('$ x <<E\n> two & lines\n> E\nb\n$ c\n', () => printed('\x07\r<&\n')),
      await replay('$ echo a\na\n', echo, { closing: { leftovers } }),
    ]
    const xml = toJunit({ replays, skips: [skip], faults: [] })
    expect(unbalanced(xml)).toEqual([])
    expect(xml.isWellFormed()).toBe(true)
    expect(xml).not.toMatch(/[\x00-\x08\x0b-\x1f\ufffe\uffff]/)
    expect([...xml.matchAll(/<testcase /g)]).toHaveLength(7 + 1)
    expect([...xml.matchAll(/<failure /g)]).toHaveLength(3)
  })

  test('a control character becomes U+FFFD, a line end in an attribute stays one', () => {
    expect(escape('a\x00b\ud800<&>"\r')).toBe('a\ufffdb\ufffd&lt;&amp;&gt;&quot;&#13;')
  })
})

/** A reader strict enough for this: tags nest, attributes are quoted, no stray `<` or `&`. */
function unbalanced(xml: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const tag =
    /^<(?:\?xml [^<>?]*\?|(\/?)([a-z]+)((?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<>&]*)*")*)(\/?))>/
  const text = /^(?:[^<>&]|&(?:amp|lt|gt|quot|#\d+);)+/
  let rest = xml
  while (rest !== '' && faults.length === 0) {
    const found = tag.exec(rest) ?? text.exec(rest)
    if (!found) return [`at ${JSON.stringify(rest.slice(0, 60))}`]
    const [whole, closing, name, , empty] = found
    if (name !== undefined && closing === '/' && open.pop() !== name) faults.push(`</${name}>`)
    if (name !== undefined && closing === '' && empty === '') open.push(name)
    rest = rest.slice(whole.length)
  }
  return [...faults, ...open]
}

describe('progress', () => {
  const screenOf = (isTTY: boolean) => {
    const written: string[] = []
    return { written, screen: { isTTY, columns: 40, write: (text: string) => void written.push(text) } }
  }
  const { target } = fakeTarget(echo)
  const task = { loaded: loadedOf('$ echo a\na\n$ printf "\\033[2J"\n'), target }

  test('elsewhere than on a terminal there are plain lines alone', async () => {
    const { written, screen } = screenOf(false)
    const progress = createProgress(screen, 1)
    progress.started(task)
    progress.command(task, 1)
    progress.finished(task, await replay('$ echo a\na\n'))
    progress.end()
    expect(written).toEqual(['ok    demo/a on host  1 verified  0 ms\n'])
  })

  test('on a terminal one line lives, is no wider than it, and goes', async () => {
    let now = 0
    const { written, screen } = screenOf(true)
    const progress = createProgress(screen, 1, () => (now += 1_000))
    progress.started(task)
    progress.command(task, 1)
    expect(written.at(-1)).toBe('\r\x1b[K0/1  demo/a on host 2/2  $ printf "\\033')
    progress.end()
    expect(written.at(-1)).toBe('\r\x1b[K')
  })

  test('it is not drawn more often than an eye can follow', () => {
    const { written, screen } = screenOf(true)
    const progress = createProgress(screen, 1, () => 0)
    for (let place = 0; place < 100; place += 1) progress.command(task, 0)
    expect(written).toHaveLength(1)
  })
})
