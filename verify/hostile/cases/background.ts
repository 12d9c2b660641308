/** What goes on beside the command. */
import { ends, says, type Case } from '../case.ts'

export const background: readonly Case[] = [
  {
    name: 'prints later',
    steps: [says('(sleep 0.15; echo late) &'), says('echo now', 'now\n'), says('sleep 0.4', 'late\n')],
  },
  {
    name: 'prints while another prints',
    steps: [says('while echo x; do sleep 0.01; done & sleep 0.1; kill $!; wait $!', /^(x\n)+$/, 143)],
  },
  {
    name: 'no job messages',
    steps: [says('sleep 0.05 &'), says('wait'), says('true & true'), says('echo on', 'on\n')],
  },
  { name: 'waits for its last job', steps: [says('(exit 9) & wait $!', '', 9), says('echo $?', '9\n')] },
  {
    name: 'daemons left behind',
    steps: [
      says('sleep 1000 & setsid sleep 1001 & (nohup sleep 1002 >/dev/null 2>&1 &)'),
      says('until [ $(pgrep -c sleep) = 3 ]; do sleep 0.02; done'),
    ],
  },
  {
    name: 'a daemon that holds the output open',
    steps: [says('(exec sleep 1000) &'), ends('exit 4', '', 4)],
  },
  {
    name: 'orphans are reaped',
    steps: [
      says("sh -c 'sleep 0.05 & sleep 0.05 & exit'; sleep 0.4"),
      says('ps -eo comm=', 'bash\nbash\nps\n'),
    ],
  },
  {
    name: 'a coprocess',
    steps: [says('coproc cat; echo hi >&"${COPROC[1]}"; read -r x <&"${COPROC[0]}"; echo "$x"', 'hi\n')],
  },
  { name: 'process substitution', steps: [says('diff <(echo a) <(echo a) && cat <(echo in)', 'in\n')] },
  {
    name: 'job control by hand',
    steps: [says('set -m'), says('sleep 0.05 & fg', /^sleep 0.05\n$/), says('set +m; echo on', 'on\n')],
  },
]
