import { expect, test } from 'vitest'
import { keepConsole, tellingLines } from './console.ts'

const panic = `[    1.1] loading
[    1.2] Run /init as init process
[    1.3] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100\r
[    1.3] CPU: 1 PID: 1 Comm: init Not tainted 6.1.0
[    1.3] Call Trace:
[    1.3]  <TASK>
[    1.3]  dump_stack_lvl+0x44/0x5c
[    1.3]  ? rcu_do_batch+0x341/0x540
[    1.3] RIP: 0033:0x7fc45ba4b409
[    1.3] Code: 00 4c 8b
[    1.3] RAX: ffffffffffffffda RBX: 0
`

test('a panic is told with what went before it, without registers and addresses', () => {
  expect(tellingLines(panic, 12)).toEqual([
    '[    1.1] loading',
    '[    1.2] Run /init as init process',
    '[    1.3] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100',
    '[    1.3] CPU: 1 PID: 1 Comm: init Not tainted 6.1.0',
  ])
})

test('without one, the last lines are, colours taken out', () => {
  expect(tellingLines('a\n\n\x1b[33mb\x1b[0m\nc\n', 2)).toEqual(['b', 'c'])
})

test('only the end of a long console is kept', () => {
  const console = keepConsole()
  for (let line = 0; line < 100_000; line += 1) console.push(Buffer.from(`line ${line}\n`))
  expect(console.lastLines(1)).toBe('line 99999')
})
