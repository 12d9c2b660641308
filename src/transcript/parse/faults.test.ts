/** Every way in which a transcript can be malformed, with the message that its author reads. */
import { expect, it } from 'vitest'
import { formatFault } from './fault.ts'
import { parseTranscript } from './parse.ts'
import { rules, type Rule } from './rules.ts'

const head = 'targets: host\n---\n== a\n'

/** Rule, source, where and what: the hint follows from the rule. */
const table: readonly (readonly [Rule, string, string])[] = [
  ['file/byte-order-mark', `\ufeff${head}$ a\n`, '1:1  expected text, got a byte order mark'],
  [
    'file/carriage-return',
    `${head}$ a\r\nb\n`,
    '4:4  expected LF at the end of each line, got CRLF (1 of 5 lines)',
  ],
  ['file/control-character', `${head}$ a\nb\x00c\n`, '5:2  expected a printable character, got U+0000'],
  ['file/control-character', `${head}$ a\rb\n`, '4:4  expected a printable character, got U+000D'],
  ['file/control-character', `${head}$ a\n\x1b[1mb\n`, '5:1  expected a printable character, got U+001B'],
  ['file/final-newline', `${head}$ a`, '4:4  expected a newline at the end, got the end of the file'],

  ['header/end', 'targets: host\n== a\n$ a\n', '2:1  expected "---", got "== a"'],
  [
    'header/line',
    'targets: host\nneeds tty\n---\n== a\n$ a\n',
    '2:1  expected "word: value" or "---", got "needs tty"',
  ],
  [
    'header/unknown-word',
    'targets: host\nneed: tty\n---\n== a\n$ a\n',
    '2:1  expected targets, needs, timeout, uses or namespace, got "need"',
  ],
  [
    'header/duplicate-word',
    'targets: host\ntargets: vm\n---\n== a\n$ a\n',
    '2:1  expected one line of "targets:", got a second',
  ],
  [
    'header/empty-value',
    'targets: host,\n---\n== a\n$ a\n',
    '1:15  expected a value of "targets:", got nothing',
  ],
  [
    'header/targets',
    'needs: tty\n---\n== a\n$ a\n',
    '2:1  expected a line "targets: …", got the end of the header',
  ],
  [
    'header/unknown-target',
    'targets: host, mac\n---\n== a\n$ a\n',
    '1:16  expected host, vm or k3s, got "mac"',
  ],
  [
    'header/unknown-need',
    'targets: host\nneeds: root\n---\n== a\n$ a\n',
    '2:8  expected host-root, host-pid, cgroup-v1, cgroup-v2, uid-range, tty, agents, dns, storage, metrics, docker or exclusive, got "root"',
  ],
  [
    'header/need-count',
    'targets: host\nneeds: agents\n---\n== a\n$ a\n',
    '2:8  expected "agents N", N from 1 to 99, got "agents"',
  ],
  [
    'header/need-count',
    'targets: host\nneeds: tty 2\n---\n== a\n$ a\n',
    '2:8  expected "tty" alone, got "tty 2"',
  ],
  [
    'header/duplicate-value',
    'targets: host, host\n---\n== a\n$ a\n',
    '1:16  expected each value of "targets:" once, got "host" again',
  ],
  ['header/timeout', 'targets: host\ntimeout: 10\n---\n== a\n$ a\n', '2:10  expected one duration, got "10"'],
  ['header/timeout', 'targets: host\ntimeout: 0s\n---\n== a\n$ a\n', '2:10  expected one duration, got "0s"'],
  [
    'header/uses',
    'targets: host\nuses: ../a\n---\n== a\n$ a\n',
    '2:7  expected a relative path without "." or ".." or spaces, got "../a"',
  ],
  [
    'header/namespace',
    'targets: k3s\nnamespace: A\n---\n== a\n$ a\n',
    '2:12  expected one name of a Kubernetes namespace, got "A"',
  ],
  [
    'header/namespace-target',
    'targets: host\nnamespace: a\n---\n== a\n$ a\n',
    '2:1  expected "namespace:" with the target k3s only, got host',
  ],

  ['step/none', 'targets: host\n---\n', '2:1  expected a step, got the end of the file'],
  ['step/id', 'targets: host\n---\n== A b\n$ a\n', '3:1  expected "== id", got "== A b"'],
  ['step/id', 'targets: host\n---\n==\n$ a\n', '3:1  expected "== id", got "=="'],
  ['step/duplicate', `${head}$ a\n== a\n$ a\n`, '5:4  expected an id that no step above has, got "a"'],
  ['step/empty', `${head}== b\n$ a\n`, '3:1  expected a command in the step, got none'],
  ['step/outside', 'targets: host\n---\n$ a\nb\n', '3:1  expected a step, got "$ a"'],
  ['step/outside', 'targets: host\n---\nwords\n== a\n$ a\n', '3:1  expected a step, got "words"'],
  ['step/outside', 'targets: host\n---\n@ran\n== a\n$ a\n', '3:1  expected a step, got "@ran"'],

  ['command/empty', `${head}$ \n`, '4:1  expected a command, got "$ "'],
  ['command/empty', `${head}$\n`, '4:1  expected a command, got "$"'],
  ['command/missing', `${head}ls\n`, '4:1  expected "$ " and a command, got "ls"'],
  ['command/missing', `${head}$ls\nb\n`, '4:1  expected "$ " and a command, got "$ls"'],
  ['command/missing', `${head}$ a\n@until 5s\nls\n$ b\n`, '6:1  expected "$ " and a command, got "ls"'],
  ['command/missing', `${head}[exit 1]\n`, '4:1  expected "$ " and a command, got "[exit 1]"'],
  ['command/continuation', `${head}> a\n$ b\n`, '4:1  expected a "$ " line above a "> " line, got "> a"'],
  ['command/continuation', `${head}$ a\nb\n> c\n`, '6:1  expected output, or a new command, got "> c"'],
  ['command/continuation', `${head}$ a\n\n>\n`, '6:1  expected output, or a new command, got ">"'],
  [
    'command/continuation',
    `${head}$ a\n[exit 1]\n> c\n`,
    '6:1  expected output, or a new command, got "> c"',
  ],

  ['output/exit', `${head}$ a\n[exit 999]\n`, '5:1  expected "[exit N]", N from 1 to 255, got "[exit 999]"'],
  ['output/exit', `${head}$ a\n[exit one]\n`, '5:1  expected "[exit N]", N from 1 to 255, got "[exit one]"'],
  ['output/exit', `${head}$ a\n[exited]\n`, '5:1  expected "[exit N]", N from 1 to 255, got "[exited]"'],
  ['output/exit-zero', `${head}$ a\n[exit 0]\n`, '5:1  expected a status from 1 to 255, got "[exit 0]"'],
  [
    'output/exit-duplicate',
    `${head}$ a\n[exit 1]\n[exit 2]\n`,
    '6:1  expected one exit status, got "[exit 2]"',
  ],
  [
    'output/after-exit',
    `${head}$ a\n[exit 1]\nb\n`,
    '6:1  expected a command, a directive or a step after "[exit N]", got "b"',
  ],
  [
    'output/unknown-type',
    `${head}$ a\n b <foo:x>\n`,
    '5:4  expected a known type before a name, got "<foo:x>"',
  ],
  ['output/name', `${head}$ a\n<int:A>\n`, '5:1  expected "<int:name>", got "<int:A>"'],
  ['output/name', `${head}$ a\n<int:>\n`, '5:1  expected "<int:name>", got "<int:>"'],
  [
    'output/name-types',
    `${head}$ a\n<int:x>\n$ b\n<num:x>\n`,
    '7:1  expected "<int:x>", as above, got "<num:x>"',
  ],

  [
    'directive/unknown',
    `${head}@slow\n$ a\n`,
    '4:1  expected @until, @timeout, @unordered, @ran, @not-run, @hidden or @when, got "@slow"',
  ],
  [
    'directive/unknown',
    `${head}$ a\n@home\n`,
    '5:1  expected @until, @timeout, @unordered, @ran, @not-run, @hidden or @when, got "@home"',
  ],
  [
    'directive/argument',
    `${head}@until soon\n$ a\n`,
    '4:1  expected "@until T", T a duration such as 500ms, 10s or 2m, got "@until soon"',
  ],
  [
    'directive/argument',
    `${head}@timeout\n$ a\n`,
    '4:1  expected "@timeout T", T a duration such as 500ms, 10s or 2m, got "@timeout"',
  ],
  ['directive/argument', `${head}@ran twice\n$ a\n`, '4:1  expected "@ran" alone, got "@ran twice"'],
  ['directive/argument', `${head}@not-run\n$ a\n`, '4:1  expected "@not-run" and the reason, got "@not-run"'],
  [
    'directive/argument',
    `${head}$ a\n@when cgroup\nb\n`,
    '5:1  expected "@when fact=value", with !=, <=, >=, =, < or >; order needs a version, got "@when cgroup"',
  ],
  [
    'directive/argument',
    `${head}$ a\n@when iptables<nft\nb\n`,
    '5:1  expected "@when fact=value", with !=, <=, >=, =, < or >; order needs a version, got "@when iptables<nft"',
  ],
  ['directive/duplicate', `${head}@until 1s\n@until 2s\n$ a\n`, '5:1  expected "@until" once, got a second'],
  [
    'directive/duplicate',
    `${head}$ a\n@until 1s\n@until 2s\n$ a\n`,
    '6:1  expected "@until" once, got a second',
  ],
  ['directive/duplicate', `${head}@hidden\n@hidden\n$ a\n`, '5:1  expected "@hidden" once, got a second'],
  [
    'directive/unbound',
    `${head}$ a\n@ran\n`,
    '5:1  expected a command below the directive, got "@ran" bound to nothing',
  ],
  [
    'directive/unbound',
    `${head}$ a\n@until 5s\n\n== b\n$ c\n`,
    '5:1  expected a command below the directive, got "@until" bound to nothing',
  ],
  ['directive/hidden', `${head}$ a\n@hidden\n$ b\n`, '5:1  expected a directive of a command, got "@hidden"'],
  [
    'directive/conflict',
    `${head}@ran\n@unordered\n$ a\n`,
    '5:1  expected "@ran" without "@unordered", got both',
  ],
  [
    'directive/conflict',
    `${head}@until 5s\n@not-run why\n$ a\n`,
    '5:1  expected "@until" without "@not-run", got both',
  ],
  [
    'directive/conflict',
    `${head}@ran\n$ a\n@unordered\n$ b\n`,
    '6:1  expected "@ran" without "@unordered", got both',
  ],
  [
    'directive/unordered',
    `${head}@unordered\n$ a\nb\n...\n`,
    '7:1  expected no "..." under "@unordered", got "..."',
  ],
  [
    'directive/ran',
    `${head}@ran\n$ a\nb\n[exit 1]\n`,
    '6:1  expected nothing but "[exit N]" under "@ran", got expected output',
  ],
  [
    'directive/not-run',
    `${head}@not-run why\n$ a\nb\n`,
    '6:1  expected no expectation under "@not-run", got one',
  ],
  [
    'directive/not-run',
    `${head}@not-run why\n$ a\n[exit 1]\n`,
    '6:1  expected no expectation under "@not-run", got one',
  ],
  [
    'directive/when-place',
    `${head}@when cgroup=v1\n$ a\n`,
    '4:1  expected a command above "@when", got none',
  ],
  [
    'directive/when-place',
    `${head}$ a\n@until 5s\n@when cgroup=v1\n$ b\n`,
    '6:1  expected a command above "@when", got none',
  ],
  [
    'directive/when-empty',
    `${head}$ a\n@when cgroup=v1\n$ b\n`,
    '5:1  expected an expectation below "@when", got nothing',
  ],
  [
    'directive/when-duplicate',
    `${head}$ a\n@when k=1\nb\n@when k=1\nc\n`,
    '7:1  expected each condition once, got "@when k=1" again',
  ],
]

it.each(table)('%s is located: %j', (rule, source, message) => {
  const parsed = parseTranscript(source, 'x.transcript')
  const messages = parsed.ok ? [] : parsed.faults.map(formatFault)
  expect(messages).toEqual([`x.transcript:${message}\n  ${rules[rule]}`])
})

it('every rule has a row', () => {
  expect(new Set(table.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)))
})

it('all faults of a file are reported, in order of place', () => {
  const source = 'targets: mac\n---\n== A\n@slow\n$ a\n[exit 0]\n== b\nls\n$ c\n<foo:x>\n@ran'
  const parsed = parseTranscript(source, 'x.transcript')
  expect(parsed.ok ? [] : parsed.faults.map(({ rule, at }) => `${at.line} ${rule}`)).toEqual([
    '1 header/unknown-target',
    '3 step/id',
    '4 directive/unknown',
    '6 output/exit-zero',
    '8 command/missing',
    '10 output/unknown-type',
    '11 directive/unbound',
    '11 file/final-newline',
  ])
})

it('a directive of a step that is wrong for each of its commands is one fault', () => {
  const parsed = parseTranscript(`${head}@ran\n@unordered\n$ a\n$ b\n`, 'x.transcript')
  expect(parsed.ok ? [] : parsed.faults).toHaveLength(1)
})
