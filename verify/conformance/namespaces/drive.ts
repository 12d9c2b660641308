/** Starts the actors in a sandbox of their own, and puts cases to them one after the other. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { shellSettings } from '#ledger/shell-settings.ts'
import { userToDropTo } from '#verify/sandbox/index.ts'
import { actors } from './actors.ts'

/** How a case is to begin: how deep (0 for wherever this place lies), and with how many numbers of its own. */
export type Footing = { readonly level: number; readonly ids: number }

export type Driver = {
  /** Puts one case; resolves with the line that says what was seen. */
  readonly put: (actions: readonly unknown[]) => Promise<unknown>
  readonly end: () => void
}

/** More than one number can only be given from outside, by root; its sandbox runs as a uid that nobody has. */
export const lacksFor = ({ ids }: Footing): string | undefined =>
  ids > 1 && !userToDropTo() ? 'only root can give a sandbox more than one uid' : undefined

const start = ({ level, ids }: Footing): ChildProcessWithoutNullStreams => {
  const user = userToDropTo()
  const drop = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const run = ['python3', '-I', '-c', actors, String(level), ids > 1 ? 'given' : 'own']
  return spawn('setpriv', [...drop, '--pdeathsig=KILL', '--', ...run], {
    env: { ...shellSettings.environment },
    cwd: '/',
  })
}

const giveNumbers = (pid: number, count: number): void => {
  const user = userToDropTo()
  writeFileSync(`/proc/${pid}/uid_map`, `0 ${user?.uid} ${count}\n`)
  writeFileSync(`/proc/${pid}/gid_map`, `0 ${user?.gid} ${count}\n`)
}

/** Lines come back in the order in which they were asked for; when the actors end, whoever waits hears why. */
const conversation = (child: ChildProcessWithoutNullStreams) => {
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)))
  const waiting: { resolve: (line: unknown) => void; reject: (error: Error) => void }[] = []
  const fail = (why: string) => {
    for (const { reject } of waiting.splice(0))
      reject(new Error(`the actors ended: ${complaint.trim() || why}`))
  }
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)))
  child.once('error', (error) => fail(error.message))
  child.once('close', (code) => fail(`exit ${code}`))
  child.stdin.on('error', () => {}) // the close that follows says it
  return {
    next: <T>() =>
      new Promise<T>((resolve, reject) => waiting.push({ resolve: (line) => resolve(line as T), reject })),
    tell: (value: unknown) => child.stdin.write(`${JSON.stringify(value)}\n`),
  }
}

export const openDriver = async (footing: Footing): Promise<Driver> => {
  const child = start(footing)
  const { next, tell } = conversation(child)
  const first = next<{ level: number } | { unshared: number }>()
  if (footing.ids > 1) {
    await first
    giveNumbers(child.pid ?? 0, footing.ids)
    tell('mapped')
  }
  const { level } = (await (footing.ids > 1 ? next() : first)) as { level: number }
  if (footing.level > 0 && level !== footing.level) {
    child.kill('SIGKILL')
    throw new Error(
      `the actors were to start at level ${footing.level}; this place lies at level ${level} already`,
    )
  }
  return {
    put(actions) {
      const answer = next()
      tell(actions)
      return answer
    },
    end: () => child.kill('SIGKILL'),
  }
}
