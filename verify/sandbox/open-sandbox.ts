/** One sandbox from its folder to its end, with the channels to the shell inside. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openChannels, type Channels } from '#verify/shell/index.ts'
import { removeCgroup, thaw, type Own } from './cgroups.ts'
import { launch } from './launch.ts'
import { makeRoom, type SandboxOrder } from './make-room.ts'
import { mapRange } from './map-range.ts'
import { mapsRange } from './needs.ts'
import { commandOf, endProcesses, findProcesses, kill, type Found } from './processes.ts'
import { keep, removeFolder } from './run-folder.ts'

export type Remains = { kind: 'process' | 'cgroup'; name: string }

export type Sandbox = {
  channels: Channels
  /** Marks what the sandbox itself says on these channels. */
  token: string
  /** Where the shell inside finds the FIFO for its reports. */
  reportPath: string
  /** The first process, as this machine numbers it. */
  init(): number | undefined
  /** Resolves when the sandbox's processes have ended, whoever ended them. */
  gone: Promise<void>
  end(): Promise<void>
  /** Ends it, removes what was made for it, and says what had stayed outside its namespaces. */
  remove(): Promise<Remains[]>
  keep(): void
}

export async function openSandbox(order: SandboxOrder): Promise<Sandbox> {
  const { folder, shape } = order
  const room = makeRoom(order)
  const channels = openChannels(join(folder, 'channels'), room.dropTo)
  const { commands, report, output, idle } = channels.shell
  // `unshare` may have something to say when its child is killed; the first process makes stderr the output.
  const stdio = ['ignore', output, 'ignore', commands, report, idle] as const
  const token = randomBytes(8).toString('hex')
  const child = launch({ ...room, shape, token, keep: order.keep, stdio, programs: order.programs })
  channels.closeShellSide()
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  const begin = async (): Promise<string> => {
    if (mapsRange(shape) && room.dropTo)
      await mapRange(child, room.dropTo, () => writeFileSync(channels.engine.commands, 'mapped\n'))
    return `/proc/${shape.hostPid ? await forked(init) : 1}/fd/4`
  }
  const init = () => (child.pid === undefined ? undefined : firstChild(child.pid))
  const end = async () => {
    const first = init()
    // The namespace dies with its first process, and `unshare` ends once that is done.
    if (first !== undefined) kill(first)
    if (first === undefined || shape.hostPid) child.kill('SIGKILL')
    for (const own of room.cgroups?.folders ?? []) thaw(own.folder)
    await gone
    if (shape.hostPid) await endProcesses(folder)
  }
  const reportPath = await begin().catch(async (error: unknown) => {
    await end()
    for (const fd of Object.values(channels.engine)) closeSync(fd)
    await removeCgroups(room.cgroups)
    throw error
  })
  return {
    channels,
    token,
    reportPath,
    init,
    gone,
    end,
    async remove() {
      const orphans = shape.hostPid ? await findOrphans(folder, child) : []
      await end()
      const stuck = await removeCgroups(room.cgroups)
      await removeFolder(folder)
      return [
        ...orphans.map(({ pid, command }): Remains => ({ kind: 'process', name: `${command} (pid ${pid})` })),
        ...stuck.map((name): Remains => ({ kind: 'cgroup', name })),
      ]
    },
    keep() {
      const first = init()
      if (first !== undefined) keep(dirname(folder), first)
      child.unref()
    },
  }
}

/** Before it has become the `unshare` that waits for the first process, its children are helpers of its own. */
function firstChild(pid: number): number | undefined {
  if (readText(`/proc/${pid}/comm`).trim() !== 'unshare') return undefined
  const children = readText(`/proc/${pid}/task/${pid}/children`).trim()
  return children === '' ? undefined : Number(children.split(' ')[0])
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Where the sandbox has no numbers of its own, its first process is not 1. */
async function forked(init: () => number | undefined, patience = 10_000): Promise<number> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(1)) {
    const first = init()
    if (first !== undefined) return first
  }
  throw new Error('The sandbox could not be set up: its first process did not start.')
}

/** Two looks, since a process that was just killed is seen for a moment. */
async function findOrphans(folder: string, child: ChildProcess): Promise<Found[]> {
  const look = () => findProcesses(folder).filter(({ pid }) => !isOurs(pid, child))
  const first = look()
  if (first.length === 0) return []
  await sleep(100)
  const second = new Set(look().map(({ pid }) => pid))
  return first.filter(({ pid }) => second.has(pid))
}

/** The chain of the sandbox itself: `unshare`, the first process, the shell; all else outlived its command. */
function isOurs(pid: number, child: ChildProcess): boolean {
  const first = child.pid === undefined ? undefined : firstChild(child.pid)
  const parent = /\nPPid:\s*(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1]
  return (
    pid === child.pid ||
    pid === first ||
    (first !== undefined &&
      Number(parent) === first &&
      /^(bash bash|sleep infinity|script )/.test(commandOf(pid)))
  )
}

async function removeCgroups(own: Own | undefined): Promise<string[]> {
  const stuck: string[] = []
  for (const { folder } of own?.folders ?? []) if (!(await removeCgroup(folder))) stuck.push(folder)
  return stuck
}
