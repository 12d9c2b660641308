/**
 * A way from a sandbox, whose network leads nowhere, to one address outside: a listener in the sandbox's network hands
 * each connection on through a socket in the file system, which no network namespace bounds. TLS goes end to end.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRoot } from '#verify/sandbox/index.ts'
import type { Way } from './reach.ts'

const port = 6443

export async function openRelay(init: number, { protocol, hostname, port: named }: URL): Promise<Way> {
  // Its own folder, for a sandbox is looked for by processes that name the run's.
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-relay-'))
  const socket = join(folder, 'api')
  const host = hostname.replace(/^\[|\]$/g, '')
  const outside = createServer((near) => {
    const far = connect(Number(named) || (protocol === 'https:' ? 443 : 80), host)
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  await new Promise<void>((resolve, reject) => outside.once('error', reject).listen(socket, () => resolve()))
  const leave = async (): Promise<void> => {
    inside.kill('SIGKILL')
    outside.close()
    rmSync(folder, { recursive: true, force: true })
    return Promise.resolve()
  }
  const inside = startInside(init, socket)
  try {
    await said(inside, 'ready')
  } catch (error) {
    await leave()
    throw error
  }
  return { server: `${protocol}//127.0.0.1:${port}`, tlsName: host, leave }
}

/** Ends with its stdin, and so with the run, whatever ends that. */
function startInside(init: number, socket: string): ChildProcess {
  const user = isRoot() ? [] : ['--user', '--preserve-credentials']
  const command = `ip link set lo up && exec "$1" "$2" "$3" ${port}`
  return spawn(
    'nsenter',
    [
      ...['--target', String(init), ...user, '--net', '--', 'sh', '-c', command, 'sh'],
      ...[process.execPath, join(import.meta.dirname, 'relay-main.ts'), socket],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
}

const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (String(chunk).includes(word)) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error('k3s: the sandbox could not be given a way to the cluster.')))
  })
