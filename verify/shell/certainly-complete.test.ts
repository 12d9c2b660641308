/** Whoever says "certainly complete" must never be contradicted by bash: a wrong yes would hang the session. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCertainlyComplete } from './certainly-complete.ts'

const words = 'echo a b=1 -x if then fi for in do done while case esac function time select'
const signs = "; & | && || |& > < << 2>&1 / * # ( ) { } [ ] ! ~ % , $ $x $? $$ ${ $( \\ ` ' \" 'it'"
const pieces = [...words.split(' '), ...signs.split(' '), '"a b"', ' ', ' ', ' ', '\n']
const commands = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''))

/** Each in one bash, parsed alone, as it would come: with a newline behind it. */
function openEnded(texts: readonly string[]): boolean[] {
  const loop = "while IFS= read -r -d '' text; do bash -n <<<\"$text\" 2>&1; printf '\\0'; done"
  const { stdout } = spawnSync('bash', ['-c', loop], {
    input: texts.map((text) => `${text}\0`).join(''),
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    encoding: 'utf8',
  })
  const said = stdout.split('\0').slice(0, -1)
  return said.map((each) => /unexpected EOF|unexpected end of file|here-document/.test(each))
}

describe.skipIf(process.platform === 'win32')('isCertainlyComplete', () => {
  test('is never contradicted by bash', { timeout: 60_000 }, () => {
    const drawn = fc.sample(commands, { numRuns: 20_000, seed: 4 })
    const certain = [...new Set(drawn)].filter((text) => !text.includes('\0') && isCertainlyComplete(text))
    expect(certain.length).toBeGreaterThan(300)
    const some = certain.slice(0, 1_500)
    const open = openEnded(some)
    expect(open).toHaveLength(some.length)
    expect(some.filter((_, index) => open[index])).toEqual([])
  })

  test.each([
    'echo a',
    'ip -n red -br link',
    "grep -c 'x y' /proc/1/status | sort",
    'kill -9 $x $?',
    'a=1 b="c d" env',
  ])('knows the plain %s', (text) => expect(isCertainlyComplete(text)).toBe(true))

  test.each(["echo 'a", 'cat <<E', 'a |', 'a &&', 'if a', 'echo \\', '(a', 'f() {', 'echo `a', '[[ a'])(
    'asks about %s',
    (text) => expect(isCertainlyComplete(text)).toBe(false),
  )
})
