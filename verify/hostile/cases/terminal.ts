/** `needs: tty`: output is a terminal, and everything else as without. */
import { ends, neverEnds, says, type Case } from '../case.ts'

const terminal = (name: string, steps: Case['steps']): Case => ({
  name: `terminal: ${name}`,
  needs: 'tty',
  steps,
})

export const terminals: readonly Case[] = [
  terminal('is one', [
    says('[ -t 1 ] && [ -t 2 ] && [ ! -t 0 ]'),
    says('stty size </dev/tty', '24 80\r\n'),
    says('tty </dev/tty', '/dev/tty\r\n'),
  ]),
  terminal(
    'order of many commands',
    Array.from({ length: 50 }, (_, n) => says(`echo ${n}; printf x`, `${n}\r\nx`)),
  ),
  terminal('no final newline', [says('printf a', 'a'), says('printf b', 'b')]),
  terminal('imitates a mark', [
    says("printf '\\033]nodebook;0;0\\007'; echo a", '\x1b]nodebook;0;0\x07a\r\n'),
    says("printf '\\033]nodeb'", '\x1b]nodeb'),
    says('echo b', 'b\r\n'),
  ]),
  terminal('1 MB and more', [
    { ...says('head -c 3000000 /dev/zero', Buffer.alloc(1_000_000)), dropped: 2_000_000 },
    says('echo on', 'on\r\n'),
  ]),
  terminal('exit', [ends('printf bye; exit 3', 'bye', 3)]),
  terminal('kills its shell', [ends('kill -9 $$', '', 137)]),
  terminal('kills its process group', [ends('kill -9 0', '', 137)]),
  terminal('waits for the keyboard', [neverEnds('echo first; read -r x </dev/tty', 'first\r\n')]),
  terminal('set -v', [says('set -v'), says('echo a', 'echo a\r\na\r\n'), says('set +v', 'set +v\r\n')]),
  terminal('sets the terminal raw', [
    says('stty raw </dev/tty; echo a', 'a\n'),
    says('stty sane </dev/tty; echo b', 'b\r\n'),
  ]),
  terminal('daemon', [says('sleep 1000 &'), ends('exit 1', '', 1)]),
]
