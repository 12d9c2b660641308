/** A runner that is killed leaves nothing, whether its watchdog lives or not. Chaos does this at random moments. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hostAvailable } from '#verify/targets/host/available.ts'
import { findCgroups } from './cgroups.ts'
import { cgroupVersion, findProcesses, isRoot, sweep } from './index.ts'
import { commandOf } from './processes.ts'

const { ok } = await hostAvailable()
const needs = isRoot() && cgroupVersion() !== 'v2' ? 'cgroup-v1' : ''

/** What bears the name of the runner's run. */
function remains(pid: number): string[] {
  const run = readdirSync(tmpdir()).filter(
    (name) => name.startsWith('nodebook-run-') && name.includes(`-${pid}-`),
  )
  const processes = run.flatMap((name) => findProcesses(join(tmpdir(), name)))
  const groups = findCgroups('nodebook-run-').filter((name) => name.includes(`-${pid}-`))
  return [...run, ...groups, ...processes.map(({ command }) => command)]
}

function watchdogs(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const line = commandOf(name)
      return line.includes('watchdog-main.ts') && line.includes(`-${pid}-`)
    })
    .map(Number)
}

async function startRunner() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'runner.fixture.ts'), needs], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe('ready\n')
  const pid = child.pid ?? 0
  expect(remains(pid).length).toBeGreaterThan(5)
  return { child, pid }
}

async function untilGone(pid: number, patience: number): Promise<string[]> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(25))
    if (remains(pid).length === 0) return []
  return remains(pid)
}

describe.skipIf(!ok)('after SIGKILL to the runner', () => {
  test('the watchdog removes everything within 2 s', async () => {
    const { child, pid } = await startRunner()
    child.kill('SIGKILL')
    expect(await untilGone(pid, 2_000)).toEqual([])
  })

  test('with its watchdog dead too, processes die at once and the next sweep removes the rest', async () => {
    const { child, pid } = await startRunner()
    const dogs = watchdogs(pid)
    expect(dogs).toHaveLength(1)
    for (const dog of dogs) process.kill(dog, 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await sleep(500)
    const left = remains(pid)
    expect(left.filter((name) => !name.includes('nodebook-run-'))).toEqual([])
    expect(left.length).toBeGreaterThan(0)
    expect((await sweep()).some((name) => name.includes(`-${pid}-`))).toBe(true)
    expect(remains(pid)).toEqual([])
  })

  test('a sweep leaves a living run alone', async () => {
    const { child, pid } = await startRunner()
    const before = remains(pid).length
    await sweep()
    expect(remains(pid).length).toBe(before)
    child.kill('SIGKILL')
    expect(await untilGone(pid, 2_000)).toEqual([])
  })
})
