import { describe, expect, test } from 'vitest'
import { isAtLeast } from './compare-version.ts'
import { diagnose, isUsable } from './diagnose.ts'
import { systems, type Facts } from './facts.ts'
import { readCgroup, readSystem } from './read-machine.ts'
import { rows } from './rows.ts'
import { tableLines } from './table.ts'

/** A machine that has everything. */
const full: Facts = {
  system: 'debian',
  linux: true,
  root: false,
  systemNode: 'v20.20.2',
  projectNode: 'v24.21.0',
  bash: 'GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)',
  namespaces: { state: 'allowed' },
  cgroup: 'v2',
  iproute2: 'ip utility, iproute2-6.1.0, libbpf 1.1.0',
  nft: 'nftables v1.0.6 (Lester Gooch #5)',
  iptables: 'iptables v1.8.9 (nf_tables)',
  chromium: 'Chromium 142.0.7444.59 built on Debian',
  qemu: 'QEMU emulator version 7.2.19 (Debian 1:7.2)',
  vmKernel: '/boot/vmlinuz-6.1.0',
  kvm: 'usable',
  python: 'Python 3.11.2',
  venv: true,
  k3s: 'k3s version v1.36.2+k3s1 (abc)',
  docker: 'Docker version 28.1.1, build 4eba377',
}

const finding = (name: string, facts: Facts) => {
  const found = diagnose(facts).find((row) => row.name === name)
  return found && [found.state, found.found]
}

test('a full machine: every row is in order', () => {
  for (const { name, state } of diagnose(full)) expect([name, state]).toEqual([name, 'ok'])
})

describe('each row', () => {
  const cases: [name: string, facts: Partial<Facts>, state: string, found: string][] = [
    ['Node ≥ 20', {}, 'ok', '20.20.2'],
    ['Node ≥ 20', { systemNode: undefined }, 'missing', 'not found'],
    ['Node ≥ 20', { systemNode: 'v18.19.1' }, 'old', '18.19.1; 20 or newer is needed'],
    ['project Node 24', {}, 'ok', '24.21.0'],
    ['project Node 24', { projectNode: undefined }, 'missing', 'not found'],
    ['project Node 24', { projectNode: 'v22.12.0' }, 'old', '22.12.0; 24 or newer is needed'],
    ['bash ≥ 5', {}, 'ok', '5.2.15'],
    ['bash ≥ 5', { bash: undefined }, 'missing', 'not found'],
    ['bash ≥ 5', { bash: 'GNU bash, version 3.2.57(1)-release' }, 'old', '3.2.57; 5 or newer is needed'],
    ['user namespaces', {}, 'ok', 'unshare works'],
    ['user namespaces', { namespaces: { state: 'no-unshare' } }, 'missing', 'no unshare'],
    [
      'user namespaces',
      { namespaces: { state: 'refused', said: 'unshare failed: Operation not permitted' } },
      'refused',
      'unshare failed: Operation not permitted',
    ],
    ['user namespaces', { linux: false }, 'elsewhere', 'a thing of Linux'],
    ['cgroups', {}, 'ok', 'v2'],
    ['cgroups', { cgroup: undefined }, 'missing', 'none mounted'],
    ['iproute2', {}, 'ok', '6.1.0'],
    ['iproute2', { iproute2: undefined }, 'missing', 'not found'],
    ['iptables', {}, 'ok', '1.8.9'],
    ['iptables', { iptables: undefined }, 'missing', 'not found'],
    ['nftables', {}, 'ok', '1.0.6'],
    ['nftables', { nft: undefined }, 'missing', 'not found'],
    ['Chromium', {}, 'ok', '142.0.7444.59'],
    ['Chromium', { chromium: undefined }, 'missing', 'not found'],
    ['QEMU', {}, 'ok', '7.2.19'],
    ['QEMU', { qemu: undefined }, 'missing', 'not found'],
    ['vm kernel', {}, 'ok', '/boot/vmlinuz-6.1.0'],
    ['vm kernel', { vmKernel: undefined }, 'missing', 'not found'],
    ['KVM', {}, 'ok', '/dev/kvm'],
    ['KVM', { kvm: 'useless' }, 'refused', '/dev/kvm opens, but no guest runs on it'],
    ['KVM', { kvm: 'none' }, 'missing', 'no /dev/kvm'],
    ['KVM', { kvm: 'forbidden' }, 'refused', '/dev/kvm may not be opened by this user'],
    ['python3 ≥ 3.9', {}, 'ok', '3.11.2'],
    ['python3 ≥ 3.9', { python: undefined }, 'missing', 'not found'],
    ['python3 ≥ 3.9', { python: 'Python 3.8.20' }, 'old', '3.8.20; 3.9 or newer is needed'],
    ['python3 venv', {}, 'ok', '3.11.2'],
    ['python3 venv', { python: undefined }, 'missing', 'not found'],
    ['python3 venv', { venv: false }, 'missing', '3.11.2 without venv'],
    ['k3s', {}, 'ok', '1.36.2'],
    ['k3s', { k3s: undefined }, 'missing', 'not found'],
    ['Docker', {}, 'ok', '28.1.1'],
    ['Docker', { docker: undefined }, 'missing', 'not found'],
  ]
  test.each(cases)('%s, given %o: %s', (name, facts, state, found) => {
    expect(finding(name, { ...full, ...facts })).toEqual([state, found])
  })

  test('no row is left untested, none says nothing, and every system has its line', () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(rows.map(({ name }) => name)))
    for (const { name, cost, install } of rows) {
      expect(cost).not.toBe('')
      for (const system of systems)
        if (system !== 'macos') expect([name, install[system]]).not.toContain(undefined)
    }
  })
})

test('the exit code is about Node alone, and only when it is too old', () => {
  expect(isUsable(diagnose({ ...full, bash: undefined, projectNode: undefined, qemu: undefined }))).toBe(true)
  expect(isUsable(diagnose({ ...full, systemNode: 'v18.0.0' }))).toBe(false)
})

test('the table: what is there in a line; what is missing with its cost and the line of this system', () => {
  const diagnoses = diagnose({ ...full, nft: undefined }).filter(({ name }) => name.endsWith('tables'))
  expect(tableLines(diagnoses, 'fedora')).toEqual([
    '✓ iptables  1.8.9',
    '✗ nftables  not found',
    '            without it: transcripts of nftables are skipped on the host',
    '            to have it: sudo dnf install nftables',
  ])
  expect(tableLines(diagnoses, undefined).slice(3)).toEqual([
    '            Debian, Ubuntu: sudo apt-get install nftables',
    '            Fedora: sudo dnf install nftables',
    '            Arch: sudo pacman -S nftables',
    '            macOS: brew install lima && limactl start   (a Linux; work on the book inside it)',
  ])
})

test.each([
  ['5.2', [5], true],
  ['5', [5], true],
  ['4.4.20', [5], false],
  ['10.1', [9, 5], true],
  ['9.4', [9, 5], false],
  ['none', [1], false],
])('%s is at least %o: %o', (text, least, expected) => expect(isAtLeast(text, least)).toBe(expected))

test.each([
  ['ID=debian\n', 'debian'],
  ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'debian'],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
  ['ID=manjaro\nID_LIKE=arch\n', 'arch'],
  ['ID=alpine\n', undefined],
  ['', undefined],
])('os-release %j is %s', (text, system) => expect(readSystem(text)).toBe(system))

const mount = (type: string) => `30 23 0:26 / /sys/fs/cgroup rw,nosuid - ${type} ${type} rw`
test.each([
  [mount('cgroup2'), 'v2'],
  [mount('cgroup'), 'v1'],
  [`${mount('cgroup')}\n${mount('cgroup2')}`, 'hybrid'],
  [mount('tmpfs'), undefined],
])('mountinfo %j is %s', (text, version) => expect(readCgroup(text)).toBe(version))
