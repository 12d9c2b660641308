/** The actors on this machine: one sandbox, in which many cases run side by side. */
import type { Action, Input } from '#models/kept-namespaces'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { shellSettings } from '#ledger/shell-settings.ts'
import { userToDropTo } from '#verify/sandbox/index.ts'
import type { Real } from '../real.ts'
import { actors } from './actors.ts'
import { observe } from './observe.ts'
import type { Seen } from './seen.ts'
import { send } from './send.ts'

/** Cases side by side: they wait for the kernel, hardly ever for a processor. */
const workers = 48

const start = (): ChildProcessWithoutNullStreams => {
  const user = userToDropTo()
  const drop = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const run = ['python3', '-I', '-c', actors, String(workers)]
  return spawn('setpriv', [...drop, '--pdeathsig=KILL', '--', ...run], {
    env: { ...shellSettings.environment },
    cwd: '/',
  })
}

type Waiting = { readonly resolve: (said: unknown) => void; readonly reject: (error: Error) => void }

/** Each line begins with the number of its case; when the actors end, whoever waits hears why. */
const converse = (child: ChildProcessWithoutNullStreams) => {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const space = line.indexOf(' ')
    const number = Number(line.slice(0, space))
    waiting.get(number)?.resolve(JSON.parse(line.slice(space + 1)))
    waiting.delete(number)
  })
  const fail = (why: string) => {
    for (const { reject } of waiting.values())
      reject(new Error(`the actors ended: ${complaint.trim() || why}`))
    waiting.clear()
  }
  child.once('error', (error) => fail(error.message))
  child.once('close', (code) => fail(`exit ${code}`))
  child.stdin.on('error', () => {}) // the close that follows says it
  return (actions: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const number = asked++
      waiting.set(number, { resolve, reject })
      child.stdin.write(`${number} ${JSON.stringify(actions)}\n`)
    })
}

export const openOnHost = (): readonly Real<Input, Action, Seen>[] => {
  const child = start()
  const put = converse(child)
  const hand: Real<Input, Action, Seen> = {
    lacks: () => undefined,
    see: async (given) => observe(await put(send(given))),
    end: () => Promise.resolve(void child.kill('SIGKILL')),
  }
  return Array.from({ length: workers }, () => hand)
}
