/** What is printed: in what form, how much, and what it pretends to be. */
import { neverEnds, says, type Case } from '../case.ts'

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const limit = 1_000_000

export const output: readonly Case[] = [
  { name: 'no final newline', steps: [says('printf one', 'one'), says('echo two', 'two\n')] },
  { name: 'nothing at all', steps: [says('', ''), says('# no command', ''), says('echo $?', '0\n')] },
  { name: 'carriage returns stay', steps: [says("printf '1%%\\r2%%\\r\\n'", '1%\r2%\r\n')] },
  { name: 'colours stay', steps: [says("printf '\\e[31mred\\e[0m\\n'", '\x1b[31mred\x1b[0m\n')] },
  {
    name: 'every byte there is',
    steps: [
      says('for n in {0..255}; do printf "\\\\x$(printf \'%02x\' $n)"; done', everyByte),
      says("printf '\\xff\\xfe中'", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('中')])),
    ],
  },
  {
    name: 'stdout and stderr in the order of writing',
    steps: [says('for n in 1 2 3; do echo $n; echo $n >&2; done', '1\n1\n2\n2\n3\n3\n')],
  },
  {
    name: 'exactly the limit, and one byte more',
    steps: [
      says(`head -c ${limit} /dev/zero`, Buffer.alloc(limit)),
      { ...says(`head -c ${limit + 1} /dev/zero`, Buffer.alloc(limit)), dropped: 1 },
      says('echo and on', 'and on\n'),
    ],
  },
  {
    name: '1 GB',
    steps: [
      { ...says('head -c 1000000000 /dev/zero', Buffer.alloc(limit)), dropped: 999_000_000, timeout: 20_000 },
      says('echo and on', 'and on\n'),
    ],
  },
  {
    name: 'one line of 300,000 characters',
    steps: [says("printf '%0300000d' 0", '0'.repeat(300_000))],
  },
  {
    name: 'imitates the report of a command',
    steps: [
      says("printf 'done 1 0 0 \\n'; echo real", 'done 1 0 0 \nreal\n'),
      says('__nodebook 1 "$_"; echo ran on', 'ran on\n'),
      says('for n in 1 2 3; do echo "done $n 0 0 " >/proc/1/fd/4; done; sleep 0.1; echo late', 'late\n'),
    ],
  },
  {
    name: 'imitates the end of the shell',
    steps: [says("echo 'end x 0' >/proc/1/fd/4; sleep 0.1; echo here", 'here\n'), says('echo 2', '2\n')],
  },
  {
    name: 'imitates a fault of the sandbox',
    steps: [says("echo 'fault mount' >/proc/1/fd/4; echo here", 'here\n'), says('echo 2', '2\n')],
  },
  {
    name: 'sends the engine rubbish',
    steps: [
      says('head -c 500000 /dev/urandom >/proc/1/fd/4; echo here', 'here\n'),
      says('echo >/proc/1/fd/4; echo 2', '2\n'),
    ],
  },
  {
    name: 'prints for ever',
    steps: [neverEnds('yes', /^(y\n)+$/)],
  },
  {
    name: 'reads its own output back',
    steps: [neverEnds('echo mine; cat /dev/stdout', /^(mine\n)?$/)],
  },
]
