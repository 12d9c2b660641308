import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseTranscript, type Transcript } from '#transcript'
import { findProcesses, isRoot } from '#verify/sandbox/index.ts'
import type { Order, Session } from '../types.ts'
import { closedFolder } from './available.ts'
import { createHostTarget } from './index.ts'
import { newSince } from './look-around.ts'
import { readBackend, readDistribution } from './probe.ts'

const host = createHostTarget()
const available = await host.available()
const missing = available.ok ? '' : ` (skipped: ${available.missing})`
const run = promisify(execFile)

function transcript(header = ''): Transcript {
  const parsed = parseTranscript(`targets: host\n${header}---\n== a\n$ true\n`, 'host.transcript')
  if (!parsed.ok) throw new Error('the header does not parse')
  return parsed.transcript
}

const order = (more: Partial<Order> = {}): Order => ({
  id: 'test/host',
  transcript: transcript(),
  files: [],
  keep: false,
  ...more,
})

async function say(session: Session, command: string, timeout = 5_000): Promise<string> {
  const { ended, output } = await session.run(command, { timeout })
  return ended === 'done' ? Buffer.from(output).toString() : ended
}

afterAll(() => host.close())

test('a probe agrees with itself and with the kernel', async () => {
  const { environment, facts } = await host.probe()
  expect(facts).toMatchObject({ target: 'host', kernel: environment.kernel, arch: environment.architecture })
  expect(environment.kernel).toBe(readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim())
  expect(environment.bash).toMatch(/^\d+\.\d+\.\d+$/)
  expect(environment.user).toBe(isRoot() ? 'root' : 'user')
})

test('what programs say is read', () => {
  expect(readBackend('iptables v1.8.9 (nf_tables)')).toBe('nft')
  expect(readBackend('iptables v1.8.4 (legacy)')).toBe('legacy')
  expect(readBackend('iptables v1.6.1')).toBe('legacy')
  expect(readBackend(undefined)).toBeUndefined()
  expect(readDistribution('NAME=x\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')).toBe(
    'Debian GNU/Linux 12 (bookworm)',
  )
  expect(readDistribution('')).toBe('unknown')
})

test('a folder that is closed to others is found on the way to those in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-closed-'))
  try {
    expect(closedFolder(join(folder, 'below'))).toBe(folder)
    chmodSync(folder, 0o711)
    expect(closedFolder(join(folder, 'below'))).toBe(undefined)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what is new is what was not there by kind and name', () => {
  const before = [{ kind: 'link', name: 'a' }]
  expect(newSince(before, [...before, { kind: 'mount', name: 'a' }])).toEqual([{ kind: 'mount', name: 'a' }])
})

describe.skipIf(!available.ok)(`a session${missing}`, () => {
  const content = Buffer.from('#!/bin/sh\necho ran\n')

  test('finds its files, as they are, its own, and writable', async () => {
    const files = [
      { path: 'a.yaml', content: Buffer.from('a: 1\n'), mode: 0o644 },
      { path: 'sub/folder/run.sh', content, mode: 0o755 },
    ]
    const session = await host.open(order({ files }))
    expect(
      await say(session, 'cat a.yaml; sub/folder/run.sh; stat -c "%u %a" a.yaml sub sub/folder/run.sh'),
    ).toBe('a: 1\nran\n0 644\n0 755\n0 755\n')
    expect(await say(session, 'echo more >>a.yaml && touch sub/folder/x && ls sub/folder')).toBe(
      'run.sh\nx\n',
    )
    await session.close()
  })

  test.each(['../outside', 'a/../../outside', '../work-outside'])('refuses the file %s', async (path) => {
    await expect(host.open(order({ files: [{ path, content, mode: 0o644 }] }))).rejects.toThrow(
      /expected a file below/,
    )
  })

  test('does not open what it lacks', async () => {
    const docker = order({ transcript: transcript('needs: dns\n') })
    expect(await host.lacks(docker.transcript.header)).toMatch(/needs dns/)
    await expect(host.open(docker)).rejects.toThrow(/needs dns/)
  })

  test('is alone with its files, links and processes beside another', async () => {
    const [one, two] = await Promise.all([host.open(order()), host.open(order())])
    await say(one, 'touch /tmp/a /srv/a /run/a; ip link add a type dummy; sleep 1000 & hostname one')
    expect(await say(two, 'ls /tmp /srv /run; ip -br link | wc -l; pgrep -c sleep; hostname')).toBe(
      '/run:\n\n/srv:\n\n/tmp:\n1\n0\nnodebook\n',
    )
    await Promise.all([one.close(), two.close()])
  })

  test('closes twice, and leaves no descriptor and no file', async () => {
    const warm = await host.open(order())
    await warm.close()
    const descriptors = () => readdirSync('/proc/self/fd').length
    const before = descriptors()
    for (let n = 0; n < 5; n += 1) {
      const session = await host.open(order())
      await say(session, 'echo a')
      expect(await session.close()).toEqual(await session.close())
    }
    expect(descriptors()).toBeLessThanOrEqual(before)
  })

  test('keeps what it is asked to keep, and says how to enter', async () => {
    const target = createHostTarget()
    const session = await target.open(order({ keep: true }))
    await say(session, 'echo kept >file')
    const { enter = '', leftovers } = await session.close()
    await target.close()
    expect(leftovers).toEqual([])
    const init = Number(/--target (\d+)/.exec(enter)?.[1])
    const command = enter.slice(0, enter.indexOf(' bash '))
    const { stdout } = await run('sh', ['-c', `${command} sh -c 'cat file; id -u; touch other'`])
    expect(stdout).toBe('kept\n0\n')
    process.kill(init, 'SIGKILL')
    const next = createHostTarget()
    await (await next.open(order())).close()
    await next.close()
    await expect
      .poll(() => findProcesses(`${tmpdir()}/nodebook-run-`).filter(({ pid }) => pid === init))
      .toEqual([])
  })

  test('takes 1 GB of output without growing', { timeout: 60_000 }, async () => {
    const session = await host.open(order())
    await say(session, 'echo warm')
    const before = process.memoryUsage().rss
    const { dropped, output } = await session.run('head -c 1000000000 /dev/zero', { timeout: 50_000 })
    expect(dropped + output.length).toBe(1_000_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
    await session.close()
  })

  test('waits without work of its own', async () => {
    const session = await host.open(order())
    const before = process.cpuUsage()
    await say(session, 'sleep 1')
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(200)
    await session.close()
  })

  test.skipIf(!isRoot())('says what host root left outside', async () => {
    process.env['NODEBOOK_DISPOSABLE'] = '1'
    try {
      const session = await host.open(order({ transcript: transcript('needs: host-root\n') }))
      const made = await say(
        session,
        'for d in /sys/fs/cgroup/*/; do mkdir $d/nodebook-left && echo $d && break; done',
      )
      const { leftovers } = await session.close()
      const name = join(made.trim(), 'nodebook-left')
      await run('rmdir', [name])
      expect(leftovers).toEqual([{ kind: 'cgroup', name, maker: 'test/host' }])
    } finally {
      delete process.env['NODEBOOK_DISPOSABLE']
    }
  })
})

describe.skipIf(!available.ok || !isRoot())('as uid 4242 (root alone can try it)', () => {
  let home = ''
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'nodebook-home-'))
    chmodSync(home, 0o777)
  })
  afterAll(() => rmSync(home, { recursive: true }))

  test('a run touches nothing but its own temporary folder', { timeout: 60_000 }, async () => {
    const table = join(import.meta.dirname, '../../hostile/run-table.ts')
    const drop = [
      '--reuid=4242',
      '--regid=4242',
      '--clear-groups',
      'env',
      '-i',
      `HOME=${home}`,
      `PATH=${process.env['PATH']}`,
    ]
    const { stdout } = await run('setpriv', [...drop, process.execPath, table, 'home', 'write', 'daemon'])
    expect(JSON.parse(stdout)).toMatchObject({ faults: {} })
    expect(readdirSync(home)).toEqual([])
    const places = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/var/lib', '/home']
    const found = await run('find', [...places, '-uid', '4242', '-newer', home]).catch(
      (error: { stdout: string }) => error,
    )
    expect(found.stdout).toBe('')
  })
})
