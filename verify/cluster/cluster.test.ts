import { expect, test } from 'vitest'
import { readCall } from './arguments.ts'
import { lacking } from './available.ts'
import { diagnose } from './diagnose.ts'
import { main } from './main.ts'
import { addressOf, checkName, nodeNames } from './names.ts'
import { readyNodes } from './up.ts'

test.each([
  [['up'], { do: 'up', name: 'book', agents: 0, with: [] }],
  [['up', '--agents', '2', '--name', 'lab'], { do: 'up', name: 'lab', agents: 2 }],
  [['up', '--with', 'dns,metrics', '--images', '/airgap'], { with: ['dns', 'metrics'], images: '/airgap' }],
  [['up', '--in', 'vm'], { do: 'up', name: 'book', place: 'vm', agents: 0 }],
  [['up', '--k3s-version', 'v1.35.0+k3s1'], { version: 'v1.35.0+k3s1' }],
  [['kubectl', 'get', 'pods', '--help'], { do: 'kubectl', name: 'book', args: ['get', 'pods', '--help'] }],
  [['kubectl', '--name', 'lab', 'get', 'pods'], { do: 'kubectl', name: 'lab', args: ['get', 'pods'] }],
  [['node', 'agent-1', '--', 'ls', '-l'], { do: 'node', node: 'agent-1', command: ['ls', '-l'] }],
  [['logs'], { do: 'logs', node: 'server' }],
  [['down', '--all'], { do: 'down', all: true }],
  [['status'], { do: 'status', name: undefined }],
  [[], { do: 'help' }],
])('%j', (argv, call) => {
  expect(readCall(argv)).toMatchObject(call)
})

test.each([
  [['start'], 'Expected one of up, status, kubectl, node, logs, down; got start.'],
  [['up', '--agents', 'two'], '--agents: expected a number from 0 to 20, got two.'],
  [['up', '--with', 'ingress'], '--with: expected words of dns, storage, metrics; got ingress.'],
  [['up', '--in', 'vm', '--agents', '1'], '--in vm: it is one node'],
  [['up', '--in', 'cloud'], '--in: expected host or vm, got cloud.'],
  [['up', '--name', '../etc'], '--name: expected a word of a–z'],
  [['up', '--name', 'a:b'], '--name: expected a word of a–z'],
  [['node', 'server', 'ls'], 'Expected: node NAME -- COMMAND'],
  [['down', 'lab'], 'Expected no more words; got lab.'],
])('%j is a wrong call', async (argv, message) => {
  expect(() => readCall(argv)).toThrow(message)
})

test('without root, or on a machine that is not to be broken, it says what it wants', () => {
  expect(lacking({ PATH: '/usr/bin' })).toMatch(/NODEBOOK_DISPOSABLE=1|needs root|needs Linux/)
})

test('a cluster that is not there', async () => {
  expect(await main(['kubectl', '--name', 'no-such', 'get', 'pods'])).toBe(1)
  expect(await main(['down', '--name', 'no-such'])).toBe(0)
  expect(await main(['status', '--name', 'no-such'])).toBe(1)
  expect(await main(['up', '--agents', '-1'])).toBe(2)
})

test('names and addresses of nodes', () => {
  expect(nodeNames(2)).toEqual(['server', 'agent-1', 'agent-2'])
  expect(nodeNames(2).map(addressOf)).toEqual(['10.77.0.1', '10.77.0.2', '10.77.0.3'])
  expect(() => checkName('x'.repeat(21))).toThrow('--name')
})

test.each([
  [
    'time="…" level=error msg="kubelet exited: kubelet is configured to not run on a host using cgroup v1. Use cgroup v2"',
    'refuses cgroup v1',
  ],
  ['msg="failed to write oom_score_adj: permission denied"', 'CAP_SYS_RESOURCE'],
  ['level=fatal msg="flannel exited: failed to create vxlan device"', 'modprobe vxlan'],
  ['msg="listen tcp :6443: bind: address already in use"', 'A port is taken'],
  ['nodebook: fault mount -n -t overlay', 'failed; root'],
])('%s', (line, cure) => {
  const [found] = diagnose(`level=info msg="all is well"\n${line}\nlevel=info msg="more"`)
  expect(found?.cure).toContain(cure)
})

test('without a known sign, what k3s said on its way out', () => {
  expect(diagnose('a\ntime="…" level=info msg="Shutdown request received: no \\"etcd\\""\nb')).toEqual([
    { line: 'Shutdown request received: no "etcd"', cure: '' },
  ])
})

test('of a machine, what its kernel or QEMU said', () => {
  const log =
    'qemu-system-x86_64: cannot set up guest memory\n[    0.1] Kernel panic - not syncing: no init\n'
  expect(diagnose(log).map(({ line }) => line)).toEqual(log.trim().split('\n'))
})

test('nodes that are Ready', () => {
  const item = (name: string, status: string) => ({
    metadata: { name },
    status: { conditions: [{ type: 'Ready', status }] },
  })
  const json = {
    items: [item('server', 'True'), item('agent-1', 'Unknown'), { metadata: { name: 'x' }, status: {} }],
  }
  expect(readyNodes(JSON.stringify(json))).toEqual(['server'])
})
