/** Commands of which bash would wait for more: never fed, and the session goes on. */
import { ends, incomplete, says, type Case } from '../case.ts'

const unfinished = [
  "echo 'one",
  'echo "one',
  'echo $(one',
  'echo `one',
  'echo ${one',
  'if true; then',
  'while :; do echo',
  'case x in',
  'f() {',
  'true &&',
  'true ||',
  'echo |',
  'echo |&',
  'if</dev/null',
  '(echo',
  '{ echo;',
  '(( 1 +',
  'cat <<END\nnever ended',
  'cat <<END',
  'for x in a b',
  'select x in a; do',
  'echo "$(cat <<E\nx"',
]

const whole: readonly [string, string][] = [
  ['echo "a\nb"', 'a\nb\n'],
  ["echo 'it''s'", 'its\n'],
  ['echo \\', '\n'],
  ['echo a \\\n  b', 'a b\n'],
  ['echo "$(echo ")")"', ')\n'],
  ['echo $((1 + (2 * 3)))', '7\n'],
  ['[[ a == a && b < c ]] && echo yes', 'yes\n'],
  ["cat <<'E' | tr a b\na\nE", 'b\n'],
  ['echo done if then', 'done if then\n'],
  ['case x in (x) echo x;; esac', 'x\n'],
  ['echo {a,b}{1,2}', 'a1 a2 b1 b2\n'],
  ["echo $'a\\'b'", "a'b\n"],
]

export const incompletes: readonly Case[] = [
  ...unfinished.map((command): Case => ({
    name: `unfinished: ${command}`,
    steps: [incomplete(command, /./), says('echo on', 'on\n')],
  })),
  { name: 'a test without its end', steps: [ends('[[ a ==', /unexpected argument `newline'/, 0)] },
  { name: 'whole, whatever it looks like', steps: whole.map(([command, output]) => says(command, output)) },
]
