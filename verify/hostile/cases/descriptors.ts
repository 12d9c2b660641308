/** Redirections that last, and descriptors that go. */
import { says, type Case } from '../case.ts'

export const descriptors: readonly Case[] = [
  {
    name: '> /dev/stdout',
    steps: [
      says('echo a >/dev/stdout; echo b >/dev/stderr; echo c >/dev/fd/1', 'a\nb\nc\n'),
      says('echo d', 'd\n'),
    ],
  },
  {
    name: '>> /dev/stdout and tee',
    steps: [says('echo a >>/dev/stdout; echo b | tee /dev/stderr', 'a\nb\nb\n')],
  },
  {
    name: 'closes stdout',
    steps: [
      says('exec 1>&-'),
      says('echo gone', /write error: Bad file descriptor\n$/, 1),
      says('exec 1>&2; echo back', 'back\n'),
    ],
  },
  {
    name: 'closes stderr',
    steps: [says('exec 2>&-'), says('echo out', 'out\n'), says('none', '', 127), says('ls /none', '', 2)],
  },
  {
    name: 'closes both',
    steps: [says('exec 1>&- 2>&-'), says('echo gone', '', 1), says('true'), says('false', '', 1)],
  },
  {
    name: 'sends all to a file',
    steps: [
      says('exec >file 2>&1'),
      says('echo hidden; none', '', 127),
      says('exec >/dev/null'),
      says('cat file'),
    ],
  },
  {
    name: 'saves and restores stdout',
    steps: [
      says('exec 3>&1 >file'),
      says('echo hidden'),
      says('exec 1>&3 3>&-'),
      says('cat file', 'hidden\n'),
    ],
  },
  {
    name: 'sends all through tee',
    steps: [says('exec > >(tee copy)'), says('echo a; sleep 0.2', 'a\n'), says('cat <copy >&2', 'a\n')],
  },
  { name: 'descriptors are its own', steps: [says('ls /proc/self/fd', '0\n1\n2\n3\n')] },
  {
    name: 'no descriptors to be had',
    steps: [says('ulimit -Sn 8; echo on', 'on\n'), says('ls / >/dev/null; echo $?', '0\n')],
  },
  {
    name: 'no clobber',
    steps: [says('set -C; echo a >f'), says('echo b >f', /cannot overwrite existing file\n$/, 1)],
  },
  {
    name: 'no file may grow',
    steps: [
      says('ulimit -f 0; echo on', 'on\n'),
      says('sh -c "echo x >f"', /./, 153),
      says('echo on', 'on\n'),
    ],
  },
]
