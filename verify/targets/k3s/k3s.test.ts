import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { folderOf } from '#verify/cluster/names.ts'
import { projectRoot, runProgram } from '#verify/program/index.ts'
import { isRoot } from '#verify/sandbox/index.ts'
import { standing } from './cluster.ts'
import { readCgroup } from './describe-node.ts'
import { openRelay } from './relay.ts'
import { kubeconfigOf } from './workplace.ts'

const admin = JSON.stringify({
  clusters: [{ cluster: { server: 'https://lab:6443', 'certificate-authority-data': 'abc' } }],
})
const clusterIn = (text: string): unknown => JSON.parse(text).clusters[0].cluster

test('a transcript’s kubeconfig: the cluster as its administrator knows it, by the way that the sandbox has', () => {
  const way = { server: 'https://127.0.0.1:6443', tlsName: 'lab' }
  const made = kubeconfigOf(admin, 'chapter-x', 'token', way)
  expect(clusterIn(made)).toEqual({
    ...{ server: 'https://127.0.0.1:6443', 'tls-server-name': 'lab', 'certificate-authority-data': 'abc' },
  })
  expect(JSON.parse(made).contexts[0].context).toMatchObject({ namespace: 'chapter-x', user: 'reader' })
  expect(clusterIn(kubeconfigOf(admin, 'x', 't', { server: 'https://10.77.0.1:6443' }))).not.toHaveProperty(
    'tls-server-name',
  )
})

test('a name that the administrator’s kubeconfig asks for on the certificate stays', () => {
  const named = JSON.stringify({
    clusters: [{ cluster: { server: 'https://1.2.3.4', 'tls-server-name': 'api' } }],
  })
  const made = kubeconfigOf(named, 'x', 't', { server: 'https://127.0.0.1:6443', tlsName: '1.2.3.4' })
  expect(clusterIn(made)).toMatchObject({ 'tls-server-name': 'api' })
})

test('the version of cgroups is what the kubelet says, and is not guessed', () => {
  expect(readCgroup('# HELP kubelet_cgroup_version\nkubelet_cgroup_version 2\n')).toBe('v2')
  expect(() => readCgroup('kubelet_other 2\n')).toThrow('Kubernetes 1.31')
})

const canMakeNetworks = process.platform === 'linux' && isRoot()

test.skipIf(!canMakeNetworks)(
  'a network that leads nowhere gets a way to one address, until it is left',
  async () => {
    const api = createServer((_, response) => response.end('pods')).listen(0, '127.0.0.1')
    await once(api, 'listening')
    const alone = spawn('unshare', ['--net', 'sh', '-c', 'echo made; exec sleep 60'])
    try {
      await once(alone.stdout, 'data')
      const address = new URL(`http://127.0.0.1:${(api.address() as AddressInfo).port}`)
      const way = await openRelay(alone.pid ?? 0, address)
      const ask = () =>
        runProgram('nsenter', [
          ...['--target', String(alone.pid), '--net', process.execPath, '--eval'],
          `fetch('${way.server}').then((answer) => answer.text()).then(console.log)`,
        ])
      expect(way).toMatchObject({ server: 'http://127.0.0.1:6443', tlsName: '127.0.0.1' })
      expect((await ask()).stdout).toBe('pods\n')
      await way.leave()
      expect((await ask()).code).not.toBe(0)
      expect(
        readdirSync(tmpdir()).filter((name) => name.startsWith('nodebook-relay-') && isMine(name)),
      ).toEqual([])
    } finally {
      alone.kill('SIGKILL')
      api.close()
    }
  },
)

test.skipIf(!canMakeNetworks)('a run that is killed leaves nothing of its way behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-killed-'))
  const alone = spawn('unshare', ['--net', 'sh', '-c', 'echo made; exec sleep 60'])
  try {
    await once(alone.stdout, 'data')
    const relay = pathToFileURL(join(import.meta.dirname, 'relay.ts')).href
    const program = `const { openRelay } = await import('${relay}')
      await openRelay(${alone.pid}, new URL('http://127.0.0.1:9'))
      console.log('open')`
    const env = { ...process.env, TMPDIR: folder }
    const run = spawn(process.execPath, ['--input-type=module', '--eval', program], { env })
    await once(run.stdout, 'data')
    expect(readdirSync(folder)).toHaveLength(1)
    run.kill('SIGKILL')
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), 5_000)
  } finally {
    alone.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Other runs may have theirs. */
const isMine = (name: string): boolean => existsSync(join(tmpdir(), name, 'api')) === false

const server = standing()?.nodes['server']
const kubeconfig = join(folderOf(process.env['NODEBOOK_CLUSTER'] || 'book'), 'kubeconfig')

describe.skipIf(server === undefined)(
  'a cluster that is up, as one that exists, from where its kubeconfig leads',
  () => {
    test(
      'a transcript has a namespace of its own there, and may not touch the rest',
      { timeout: 120_000 },
      async () => {
        const root = mkdtempSync(join(tmpdir(), 'nodebook-exists-'))
        chmodSync(root, 0o755)
        try {
          const file = join(root, 'lamp.transcript')
          writeFileSync(file, lamp)
          const words = ['--target', 'k3s', '--kubeconfig', kubeconfig, '--yes-this-cluster-is-disposable']
          const { code, stdout } = await runProgram('nsenter', [
            ...['--target', String(server?.pid), '--net', '--', process.execPath],
            ...[join(projectRoot, 'verify/cli.ts'), file, ...words],
          ])
          expect([code, stdout]).toEqual([0, expect.stringContaining('1 passed, 0 failed, 0 skipped')])
        } finally {
          rmSync(root, { recursive: true })
        }
      },
    )
  },
)

const lamp = `targets: k3s
---
== lamp
$ kubectl config view --minify -o jsonpath='{..server}{"\\n"}'
https://127.0.0.1:6443
$ kubectl create configmap lamp --from-literal state=off
configmap/lamp created
$ kubectl get configmap lamp -o jsonpath='{.data.state}{"\\n"}'
off
$ kubectl delete node server
Error from server (Forbidden): nodes "server" is forbidden: <any>
[exit 1]
`
