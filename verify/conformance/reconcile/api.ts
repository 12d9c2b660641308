/**
 * The cluster's API without credentials of our own: `kubectl proxy` in the server's network, on a socket in the file system.
 * Answers are JSON; a watch is a stream of them that is taken up again where it ended.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { kubectlIn } from '#verify/cluster/inside.ts'
import { folderOf } from '#verify/cluster/names.ts'
import type { Note } from '#verify/cluster/note.ts'

export type Answer = { readonly status: number; readonly body: unknown }

export type Change = { readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: unknown }

const known: readonly string[] = ['ADDED', 'MODIFIED', 'DELETED'] satisfies Change['type'][]

export type Api = {
  readonly ask: (method: string, path: string, body?: unknown, type?: string) => Promise<Answer>
  /** Every change from now on. Resolves once it has begun. */
  readonly watch: (path: string, hear: (change: Change) => void) => Promise<void>
  readonly end: () => void
}

const textOf = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

export const openApi = async (note: Note): Promise<Api> => {
  // In the cluster's own folder, which goes with it: whoever opened this may be killed.
  const folder = mkdtempSync(join(folderOf(note.name), 'api-'))
  const socketPath = join(folder, 'socket')
  const { file, args, env = {} } = kubectlIn(note, ['proxy', '--unix-socket', socketPath])
  const proxy = spawn('setpriv', ['--pdeathsig=KILL', '--', file, ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let ended = false
  let lost: string | undefined

  const send = (method: string, path: string, text: string | undefined, type: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers =
        text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }
      const sent = request({ socketPath, agent, method, path, headers }, resolve)
      sent.once('error', reject)
      sent.end(text)
    })

  const ask: Api['ask'] = async (method, path, body, type = 'application/json') => {
    if (lost !== undefined) throw new Error(`reconcile: a watch was lost: ${lost}`)
    const text = body === undefined ? undefined : JSON.stringify(body)
    const response = await send(method, path, text, type)
    const said = await textOf(response)
    // A proxy whose server has gone answers with a plain sentence.
    if (!/^([{]|$)/.test(said))
      throw new Error(`reconcile: the API answered ${response.statusCode}: ${said.trim()}`)
    return { status: response.statusCode ?? 0, body: JSON.parse(said || 'null') }
  }

  const watch: Api['watch'] = async (path, hear) => {
    const list = (await ask('GET', path)).body as { metadata: { resourceVersion: string } }
    let version = list.metadata.resourceVersion
    const follow = async (): Promise<void> => {
      const response = await send('GET', `${path}?watch=1&resourceVersion=${version}`, undefined, '')
      // However it ends, it is taken up again.
      response.on('error', () => {})
      const lines = createInterface({ input: response })
      lines.on('error', () => {})
      lines.on('line', (line) => {
        const change = JSON.parse(line) as Change & { object: { metadata: { resourceVersion: string } } }
        if (!known.includes(change.type)) return void (lost = line)
        version = change.object.metadata.resourceVersion
        hear(change)
      })
      lines.once('close', () => {
        if (!ended) follow().catch((error: Error) => (lost = error.message))
      })
    }
    await follow()
  }

  const end = () => {
    ended = true
    agent.destroy()
    proxy.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const answers = () =>
    ask('GET', '/version').then(
      ({ status }) => status === 200,
      () => false,
    )
  for (let left = 100; !(await answers()); left--) {
    if (left === 0 || proxy.exitCode !== null) {
      end()
      throw new Error('reconcile: kubectl proxy does not answer')
    }
    await sleep(100)
  }
  return { ask, watch, end }
}
