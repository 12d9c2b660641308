import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '#verify/cluster/available.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import { projectRoot, runProgram } from '#verify/program/index.ts'
import { compareInventories, drawCycles, takeInventory, victims } from './index.ts'

test('a seed draws its cycles again, and every victim comes up', () => {
  expect(drawCycles(30, 4)).toEqual(drawCycles(30, 4))
  expect(drawCycles(30, 4)).not.toEqual(drawCycles(30, 5))
  expect(new Set(drawCycles(30, 4).map(({ victim }) => victim))).toEqual(new Set(victims))
})

test('a difference names what came, what went, and its maker', () => {
  const before = [
    { kind: 'mount', name: '/ a' },
    { kind: 'mount', name: '/ a' },
  ]
  const after = [
    { kind: 'mount', name: '/ a' },
    { kind: 'cgroup', name: '/sys/fs/cgroup/cpu/nodebook-cluster-kill-7/agent-2' },
    { kind: 'process', name: '12 sleep', maker: 'server of cluster kill-7' },
  ]
  expect(compareInventories(before, before)).toEqual([])
  expect(compareInventories(before, after)).toEqual([
    'left: the cgroup /sys/fs/cgroup/cpu/nodebook-cluster-kill-7/agent-2, made by agent-2 of cluster kill-7',
    'left: the process 12 sleep, made by server of cluster kill-7',
    'gone: the mount / a, made by nobody that is known',
  ])
})

test.skipIf(process.platform !== 'linux')('the inventory sees a process and a file that are left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-inventory-'))
  const places = { folders: [{ at: folder, depth: 2 }] }
  const before = takeInventory(places)
  const child = spawn('sleep', ['31.7'])
  try {
    writeFileSync(join(folder, 'half'), '')
    const found = compareInventories(before, takeInventory(places))
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^left: the process ${child.pid} `)))
    expect(found).toContainEqual(expect.stringContaining(`left: the file ${join(folder, 'half')}`))
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

const here = lacking() === undefined && k3sHere() !== undefined

test.skipIf(!here)(
  'two cycles: what is killed is gone after down, with all that it made',
  { timeout: 400_000 },
  async () => {
    const words = ['--cluster', '2', '--seed', '7']
    const { code, stdout } = await runProgram(process.execPath, [
      join(projectRoot, 'verify/chaos/run.ts'),
      ...words,
    ])
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 passed, 0 failed, 0 skipped')])
  },
)
