/** One shell for all commands, and the engine's own line between them leaves no trace. */
import { ends, neverEnds, says, type Case } from '../case.ts'

export const shellState: readonly Case[] = [
  { name: 'status', steps: [says('(exit 42)', '', 42), says('echo $?', '42\n'), says('echo $?', '0\n')] },
  {
    name: 'last argument',
    steps: [
      says('echo a b', 'a b\n'),
      says('echo $_', 'b\n'),
      says('false x y', '', 1),
      says('echo $_', 'y\n'),
    ],
  },
  {
    name: 'PIPESTATUS',
    steps: [says('false | (exit 3) | true'), says('echo "${PIPESTATUS[@]}"', '1 3 0\n')],
  },
  {
    name: 'variables, functions, options',
    steps: [
      says('x=1 y=(a b); declare -i z=2; f() { echo "f $1"; }'),
      says('f "$x ${y[1]} $z"', 'f 1 b 2\n'),
      says('shopt -s nullglob; echo none*', '\n'),
      says('export A=b; sh -c \'echo $A\'; unset A; echo "$A"', 'b\n\n'),
    ],
  },
  {
    name: 'directory',
    steps: [says('cd /; (cd /usr; pwd); pwd', '/usr\n/\n'), says('cd - ; echo $OLDPWD', '/srv\n/\n')],
  },
  {
    name: 'its directory is removed',
    steps: [says('mkdir d; cd d; rmdir ../d; echo on', 'on\n'), says('cd ..'), says('echo on', 'on\n')],
  },
  {
    name: 'trap on EXIT',
    steps: [says("trap 'echo bye $?' EXIT"), says('echo on', 'on\n'), ends('exit 3', 'bye 3\n', 3)],
  },
  { name: 'trap on EXIT that exits otherwise', steps: [says("trap 'exit 9' EXIT"), ends('exit 3', '', 9)] },
  {
    name: 'trap on DEBUG',
    steps: [
      says("trap 'echo before' DEBUG"),
      says('echo a', 'before\na\n'),
      says('trap - DEBUG', 'before\n'),
      says('echo b', 'b\n'),
    ],
  },
  {
    name: 'trap on ERR',
    steps: [
      says("trap 'echo err $?' ERR"),
      says('false', 'err 1\n', 1),
      says('true'),
      says('(exit 4)', 'err 4\n', 4),
    ],
  },
  {
    name: 'traps inside functions too',
    steps: [
      says("set -ET; trap 'echo err' ERR"),
      says('false', 'err\n', 1),
      says('f() { false; true; }; f', 'err\n'),
    ],
  },
  {
    name: 'trap on RETURN',
    steps: [
      says("set -T; trap 'echo left' RETURN"),
      says('f() { :; }; f', 'left\n'),
      says('echo on', 'on\n'),
    ],
  },
  { name: 'trap on a signal', steps: [says("trap 'echo got' USR1; kill -USR1 $$; echo on", 'got\non\n')] },
  {
    name: 'set -x, PS4 and back',
    steps: [
      says('set -x'),
      says('echo a', '+ echo a\na\n'),
      says("PS4='# '", "+ PS4='# '\n"),
      says('false | true', /^# (false|true)\n# (false|true)\n$/),
      says('set +x', '# set +x\n'),
      says('echo b', 'b\n'),
    ],
  },
  {
    name: 'set -x to a descriptor',
    steps: [says('exec 5>t; BASH_XTRACEFD=5; set -x; echo a', 'a\n'), says('set +x; cat t', /^\+ echo a\n/)],
  },
  {
    name: 'set -v',
    steps: [says('set -v'), says('echo a', 'echo a\na\n'), says('set +v', 'set +v\n'), says('echo b', 'b\n')],
  },
  {
    name: 'IFS, noglob, posix',
    steps: [says('IFS=0123456789; set -f; set -o posix'), says('(exit 12)', '', 12), says('echo $?', ' \n')],
  },
  {
    name: 'builtins replaced by functions',
    steps: [
      says('printf() { echo mine; }; echo() { builtin echo mine; }; local() { :; }'),
      says('printf x', 'mine\n'),
    ],
  },
  {
    name: 'the engine’s function',
    steps: [says('unset -f __nodebook', /readonly function\n$/, 1), says('echo on', 'on\n')],
  },
  { name: 'builtin itself replaced', steps: [neverEnds('builtin() { :; }; echo first', 'first\n')] },
  {
    name: 'a builtin disabled that reports need',
    steps: [neverEnds('enable -n printf; echo first', 'first\n')],
  },
  { name: 'restricted', steps: [neverEnds('set -r; echo first', /^first\n/)] },
  {
    name: 'no aliases, no history',
    steps: [
      says('alias x=true'),
      says('x', /x: command not found\n$/, 127),
      says('history'),
      says('!!', /!!: command not found\n$/, 127),
    ],
  },
  {
    name: 'aliases when asked for',
    steps: [says('shopt -s expand_aliases; alias x="echo aliased"'), says('x', 'aliased\n')],
  },
  {
    name: 'no PATH',
    steps: [says('PATH=; ls', /No such file or directory\n$/, 127), says('echo on', 'on\n')],
  },
  { name: 'several commands, one status', steps: [says('echo a\necho b\nfalse', 'a\nb\n', 1)] },
  { name: 'a comment at the end', steps: [says('echo a # no more', 'a\n'), says('echo b; #', 'b\n')] },
  { name: 'a backslash at the end', steps: [says('echo a \\', 'a\n'), says('echo b', 'b\n')] },
  {
    name: 'loops and cases over lines',
    steps: [says('for x in a b\ndo\ncase $x in\na) echo 1;;\n*) echo 2;;\nesac\ndone', '1\n2\n')],
  },
  {
    name: 'sources a file',
    steps: [says("echo 'y=5; return 3' >f"), says('. ./f', '', 3), says('echo $? $y', '3 5\n')],
  },
  { name: 'lastpipe', steps: [says('shopt -s lastpipe; echo a | read -r z; echo $z', 'a\n')] },
  {
    name: 'extdebug and functrace',
    steps: [says('shopt -s extdebug; set -T; trap : DEBUG'), says('echo a', 'a\n')],
  },
  {
    name: 'skips what DEBUG forbids',
    steps: [
      says("shopt -s extdebug; trap '[[ $BASH_COMMAND != *rm* ]]' DEBUG"),
      says('rm nothing'),
      says('echo a', 'a\n'),
    ],
  },
  { name: 'not the first process', steps: [says('[ $$ -ne 1 ] && [ $PPID -eq 1 ]')] },
]
