/** What is read: stdin is empty, and the engine's own channels are not the transcript's business. */
import { neverEnds, says, type Case } from '../case.ts'

export const input: readonly Case[] = [
  { name: 'reads stdin', steps: [says('cat'), says('head -1 /dev/stdin'), says('read -r line', '', 1)] },
  { name: 'reads in a loop', steps: [says('while read -r line; do echo "$line"; done; echo on', 'on\n')] },
  {
    name: 'closes stdin',
    steps: [says('exec <&-'), says('cat', /Bad file descriptor/, 1), says('echo on', 'on\n')],
  },
  { name: 'stdin from a file, for good', steps: [says('echo line >f; exec <f'), says('cat', 'line\n')] },
  {
    name: 'here-documents',
    steps: [
      says("cat <<'END'\n$HOME\n\n  two\nEND", '$HOME\n\n  two\n'),
      says('cat <<-END\n\ttab\n\tEND\ncat <<<word', 'tab\nword\n'),
      says('cat <<A <<B\none\nA\ntwo\nB', 'two\n'),
    ],
  },
  {
    name: 'a here-document as long as a pipe and longer',
    steps: [says(`wc -c <<END\n${'x'.repeat(200_000)}\nEND`, '200001\n'), says('echo on', 'on\n')],
  },
  { name: 'an argument longer than a pipe', steps: [says(`: ${'x'.repeat(200_000)}; echo on`, 'on\n')] },
  {
    name: 'waits for the commands to come',
    steps: [neverEnds('cat /proc/$$/fd/255', /^(\{ __nodebook.*\n)?$/)],
  },
  {
    name: 'closes every descriptor it finds',
    steps: [
      says('for fd in /proc/$$/fd/*; do eval "exec ${fd##*/}>&-"; done 2>/dev/null'),
      says('echo gone', '', 1),
      says('true'),
    ],
  },
  { name: 'asks the terminal', steps: [says('read -r answer </dev/tty', /No such device or address\n$/, 1)] },
  { name: 'asks whether it is a terminal', steps: [says('tty', 'not a tty\n', 1), says('[ -t 1 ]', '', 1)] },
]
