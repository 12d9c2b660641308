/** Boots real machines: once for most tests, once more after that one was ended from inside. */
import { projectRoot } from '#verify/program/index.ts'
import { parseTranscript } from '#transcript'
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Order, Session } from '../types.ts'
import { cacheFolder } from './cache.ts'
import { findKernel } from './kernel/index.ts'
import { bootMachine } from './machine/index.ts'
import { createVmTarget } from './vm-target.ts'

const vm = createVmTarget()
const here = await vm.available()
const unavailable = here.ok ? '' : `, needs vm: ${here.missing}`
const patience = 120_000

function order(needs: string): Order {
  const parsed = parseTranscript(`targets: vm\n${needs}---\n== only\n$ true\n`, 'test.transcript')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const files = [{ path: 'folder/file.txt', content: Buffer.from('supplied\n'), mode: 0o640 }]
  return { id: 'test', transcript: parsed.transcript, files, keep: false }
}

async function outputOf(session: Session, command: string): Promise<string> {
  const { ended, output, exit } = await session.run(command, { timeout: 60_000 })
  return `${Buffer.from(output).toString()}${ended === 'done' && exit === 0 ? '' : `[${ended} ${exit}]`}`
}

describe.skipIf(!here.ok)(`in a vm${unavailable}`, { timeout: patience }, () => {
  let session: Session
  let root: Session
  let home: string

  beforeAll(async () => {
    home = mkdtempSync(join(homedir(), '.nodebook-secret-'))
    writeFileSync(join(home, 'planted'), 'not for guests', { mode: 0o644 })
    ;[session, root] = await Promise.all([vm.open(order('')), vm.open(order('needs: host-root\n'))])
  }, patience)
  afterAll(async () => {
    if (home) rmSync(home, { recursive: true })
    await vm.close()
  })

  test('the environment is the guest’s', async () => {
    const { environment, facts } = await vm.probe()
    const found = findKernel()
    expect(environment.kernel).toBe(found.ok && found.kernel.version)
    expect(environment.cgroup).toBe('v2')
    expect(facts).toMatchObject({ target: 'vm', accelerator: expect.stringMatching(/^(kvm|tcg)$/) as string })
  })

  test('a session is the host’s: uid 0, its files, a state that lasts', async () => {
    expect(await outputOf(session, 'id -u; cat folder/file.txt; x=1')).toBe('0\nsupplied\n')
    expect(await outputOf(session, 'echo $x; exit_with() { return 7; }; exit_with')).toBe('1\n[done 7]')
  })

  test('bytes come out as they are', async () => {
    const { output } = await session.run(`printf '\\0\\377\\r\\nno newline'`, { timeout: 10_000 })
    expect([...output]).toEqual([0, 255, 13, 10, ...Buffer.from('no newline')])
  })

  test('two sessions do not see each other', async () => {
    await outputOf(session, 'touch /tmp/mine; hostname mine; ip link add mine type dummy')
    expect(
      await outputOf(root, 'ls /tmp/mine 2>/dev/null; hostname; ip -br link show mine 2>/dev/null'),
    ).not.toContain('mine')
  })

  test('nothing of a home is visible to a guest’s root', async () => {
    const seen = await outputOf(root, `ls -A /root /home; cat ${home}/planted 2>&1`)
    expect(seen).toBe(`/home:\n\n/root:\ncat: ${home}/planted: No such file or directory\n[done 1]`)
  })

  test('nor is it in the tree that QEMU hands over', () => {
    const tree = `/proc/${childrenOf(process.pid)[0]}/cwd/root`
    expect(existsSync(`${tree}/etc/passwd`)).toBe(true)
    expect(existsSync(join(tree, home))).toBe(false)
    // The project itself is handed over, wherever it stands.
    const [, top, below] = projectRoot.split('/')
    for (const folder of ['root', 'home', 'tmp', 'opt', 'run'])
      expect(readdirSync(join(tree, folder))).toEqual(folder === top ? [below] : [])
  })

  test('the host’s settings that only root may read stay unread', async () => {
    expect(await outputOf(root, 'cat /etc/shadow 2>&1')).toMatch(/Permission denied|No such file/)
  })

  test('what is written stays in the guest', async () => {
    expect(
      await outputOf(
        root,
        'nsenter -t 1 -m sh -c "echo x >/etc/nodebook-vm-test; cat /etc/nodebook-vm-test"',
      ),
    ).toBe('x\n')
    expect(existsSync('/etc/nodebook-vm-test')).toBe(false)
  })

  test('there is no network but the loopback', async () => {
    const links = await outputOf(root, 'nsenter -t 1 -n ip -br link')
    expect(
      links
        .trim()
        .split('\n')
        .map((line) => line.split(/[ @]/)[0]),
    ).toEqual(['lo'])
  })

  test('the kernel has what chapters need, and loads it by itself', async () => {
    const modules =
      'ip_vs ip_vs_rr dummy ipvlan macvlan sch_netem wireguard 8021q overlay nf_tables veth bridge vxlan nf_nat'
    expect(await outputOf(root, `modprobe -a ${modules}`)).toBe('')
    const links =
      'ip link add one type veth peer name two && ip link add link one name three type ipvlan && tc qdisc add dev one root netem delay 1ms'
    expect(await outputOf(session, links)).toBe('')
    expect(await outputOf(root, 'nsenter -t 1 -C cat /sys/fs/cgroup/cgroup.controllers')).toMatch(
      /cpuset cpu io memory .*pids/,
    )
  })

  test('a command that does not end is ended, and the other session goes on', async () => {
    const endless = await vm.open(order(''))
    const { ended, output } = await endless.run('echo begun; sleep 1000', { timeout: 2_000 })
    expect([ended, Buffer.from(output).toString()]).toEqual(['timeout', 'begun\n'])
    expect(await endless.close()).toEqual({ leftovers: [] })
    expect(await outputOf(session, 'echo on')).toBe('on\n')
  })

  test('a machine that ends takes its sessions with it; the next session gets another', async () => {
    const lost = await root.run('echo b >/proc/sysrq-trigger; sleep 100', { timeout: 60_000 })
    expect(lost.ended).toBe('lost')
    expect((await session.run('true', { timeout: 1_000 })).ended).toBe('lost')
    expect(await session.close()).toEqual({ leftovers: [] })
    const next = await vm.open(order(''))
    expect(await outputOf(next, 'echo again')).toBe('again\n')
    expect(await next.close()).toEqual({ leftovers: [] })
  })
})

describe.skipIf(!here.ok)(`a vm that cannot go on${unavailable}`, { timeout: patience }, () => {
  const boot = (image: string | undefined, memory: string) => {
    const found = findKernel()
    if (!found.ok) throw new Error(found.missing)
    const kernel = { ...found.kernel, ...(image === undefined ? {} : { image }) }
    const at = join(cacheFolder(), 'view')
    return bootMachine({
      kernel,
      accelerator: 'tcg',
      cgroup: 'v2',
      size: { memory, processors: 1 },
      at,
      patience,
    })
  }

  test('says what QEMU said', async () => {
    await expect(boot('/etc/passwd', '256M')).rejects.toThrow(/QEMU said:\n {2}qemu/)
  })

  test('says the panic of a kernel', async () => {
    await expect(boot(undefined, '96M')).rejects.toThrow(/The last of its console:\n[^]*panic/i)
  })

  test('dies with a runner that is killed, whenever that is', async () => {
    for (const moment of [150, 400, 1_500]) {
      const runner = spawn(process.execPath, [join(import.meta.dirname, 'run-until-killed.fixture.ts')], {
        stdio: 'ignore',
      })
      const program = await firstChild(runner.pid!)
      await sleep(moment)
      runner.kill('SIGKILL')
      await expect
        .poll(() => existsSync(`/proc/${program}`) && stateOf(program) !== 'Z', { timeout: 2_000 })
        .toBe(false)
    }
    expect(globSync(join(tmpdir(), 'nodebook-vm-*'))).toEqual([])
    expect(readdirSync(join(cacheFolder(), 'view'))).toEqual([])
  })
})

/** The trial of KVM is a child too, where there is one; it is as good to be killed in. */
async function firstChild(pid: number): Promise<number> {
  for (;;) {
    const [child] = childrenOf(pid)
    if (child !== undefined) return child
    await sleep(5)
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

const stateOf = (pid: number): string | undefined =>
  /^State:\s*(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
