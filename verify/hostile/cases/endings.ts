/** Commands that end the shell, or never end themselves. */
import { ends, lost, neverEnds, says, type Case } from '../case.ts'

const dead = (status: number) => ({ ...ends('echo still here', '', status) })

export const endings: readonly Case[] = [
  { name: 'exit 7', steps: [ends('exit 7', '', 7), dead(7)] },
  { name: 'exit with output that has no newline', steps: [ends('printf bye; exit', 'bye', 0)] },
  { name: 'exit in a subshell alone', steps: [says('(exit 5)', '', 5), says('echo $?', '5\n')] },
  { name: 'exec', steps: [ends("exec sh -c 'echo replaced; exit 3'", 'replaced\n', 3)] },
  {
    name: 'exec of what is not there',
    steps: [ends('exec /none', /: \/none: No such file or directory\n$/, 127)],
  },
  { name: 'kills its shell', steps: [ends('echo first; kill -9 $$', 'first\n', 137)] },
  { name: 'kills its shell from a child', steps: [ends("sh -c 'kill -9 $PPID'; sleep 5", '', 137)] },
  { name: 'ends its shell politely', steps: [ends('kill $$; sleep 1', '', 143)] },
  { name: 'kills its process group', steps: [ends('kill -9 0', '', 137)] },
  {
    name: 'kills all it can see',
    steps: [says('sleep 50 & sleep 60 &'), ends("sh -c 'kill -9 -1'; echo not reached", '', 137)],
  },
  {
    name: 'kills the first process',
    steps: [says('kill -9 1; kill 1; echo on', 'on\n'), says('echo 2', '2\n')],
  },
  { name: 'stops its shell', steps: [neverEnds('echo first; kill -STOP $$', 'first\n'), lost()] },
  { name: 'stops the first process', steps: [says('kill -STOP 1; echo on', 'on\n')] },
  {
    name: 'syntax error',
    steps: [
      ends(
        'if then',
        /^bash: line \d+: syntax error near unexpected token `then'\nbash: line \d+: `if then'\n$/,
        2,
      ),
    ],
  },
  {
    name: 'one quote too many brackets',
    steps: [ends('echo )', /syntax error near unexpected token `\)'/, 2)],
  },
  {
    name: 'syntax error in eval',
    steps: [says("eval 'if then'", /syntax error/, 2), says('echo on', 'on\n')],
  },
  {
    name: 'set -e',
    steps: [
      says('set -e'),
      says('false || true'),
      says('if false; then :; fi'),
      ends('false; echo no', '', 1),
    ],
  },
  {
    name: 'set -e in a pipeline',
    steps: [says('set -e'), says('false | true'), says('set -o pipefail'), ends('false | true', '', 1)],
  },
  { name: 'set -u', steps: [says('set -u'), ends('echo $none', /none: unbound variable\n$/, 1)] },
  { name: 'set -t', steps: [ends('set -t', '', 0)] },
  { name: 'set -n', steps: [neverEnds('set -n'), lost()] },
  { name: '${none:?}', steps: [ends('echo "${none:?is not set}"', /none: is not set\n$/, 1)] },
  { name: 'sleeps for ever', steps: [neverEnds('echo first; sleep 1000; echo no', 'first\n'), lost()] },
  { name: 'counts for ever', steps: [neverEnds('while :; do :; done')] },
  {
    name: 'ignores every polite signal',
    steps: [neverEnds("trap '' TERM INT HUP QUIT; echo set; sleep 1000", 'set\n')],
  },
  {
    name: 'forks for ever',
    steps: [neverEnds('ulimit -u 400; f() { sleep 100 & f; }; f 2>/dev/null', '', 400)],
  },
  { name: 'waits for a child that never ends', steps: [says('sleep 1000 &'), neverEnds('wait')] },
  {
    name: 'time-out after a descendant left the session',
    steps: [neverEnds('setsid sleep 1000 & (trap "" HUP; sleep 1000 &); wait')],
  },
  {
    name: 'suspends',
    steps: [says('suspend', /cannot suspend: no job control\n$/, 1), says('echo on', 'on\n')],
  },
  {
    name: 'logout, return and break out of place',
    steps: [
      says('logout', /not login shell/, 1),
      says('return 3', /can only `return'/, 2),
      says('break', /only meaningful in a/, 0),
      says('echo on', 'on\n'),
    ],
  },
]
