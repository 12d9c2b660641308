/** A transcript's session on this machine: a sandbox, the shell in it, and the account of what was left. */
import { createAsker, driveShell, type Asker } from '#verify/shell/index.ts'
import { openSandbox, shapeOf, userToDropTo } from '#verify/sandbox/index.ts'
import { shellSettings } from '#ledger/shell-settings.ts'
import type { Closing, Order, Run, Session } from '../types.ts'
import { lookAround, newSince } from './look-around.ts'

export type Furnishing = {
  /** A folder of programs that the sandbox finds first. */
  programs?: string
  /** Before the first command: `init` is the sandbox's first process, as this machine numbers it. */
  prepare?: (init: number) => Promise<void>
}

/** `folder` is the sandbox's own, in the folder of the run. */
export async function openSession(
  folder: string,
  order: Order,
  { programs, prepare }: Furnishing = {},
): Promise<Session> {
  const shape = shapeOf(order.transcript.header)
  const before = shape.hostRoot ? lookAround() : undefined
  const sandbox = await openSandbox({ folder, shape, files: order.files, keep: order.keep, programs })
  const { reportPath: report, token } = sandbox
  const preparation = { report, token, directory: shellSettings.directory, tty: shape.tty }
  const shell = driveShell(sandbox.channels, preparation, sandbox.end)
  void sandbox.gone.then(shell.lost)
  const asker = askAhead(order)
  let closing: Promise<Closing> | undefined

  const close = async (): Promise<Closing> => {
    asker.close()
    shell.close()
    if (order.keep) {
      sandbox.keep()
      const init = sandbox.init()
      return { leftovers: [], ...(init === undefined ? {} : { enter: enterLine(init, shape.hostRoot) }) }
    }
    const remains = await sandbox.remove()
    const left = [...remains, ...(before ? newSince(before, lookAround()) : [])]
    return { leftovers: left.map((each) => ({ ...each, maker: order.id })) }
  }
  const session: Session = {
    async run(text, { timeout }) {
      await shell.ready
      const known = await asker.ask(text)
      if (known.complete) return shell.run(text, timeout)
      return {
        ended: 'incomplete',
        output: Buffer.from(known.complaint),
        dropped: 0,
        milliseconds: 0,
      } satisfies Run
    },
    close: () => (closing ??= close()),
  }
  try {
    await shell.ready
    const init = sandbox.init()
    if (prepare && init !== undefined) await prepare(init)
  } catch (error) {
    await session.close()
    throw error
  }
  return session
}

/** bash is asked about all commands while the first ones run. */
function askAhead({ transcript }: Order): Asker {
  const asker = createAsker()
  for (const { commands } of transcript.steps)
    for (const { text, directives } of commands) if (directives.notRun === undefined) void asker.ask(text)
  return asker
}

/** Entered as the user behind its uid 0: nobody else is root in there. */
function enterLine(init: number, hostRoot: boolean): string {
  const user = hostRoot ? undefined : userToDropTo()
  const drop = user ? `setpriv --reuid=${user.uid} --regid=${user.gid} --clear-groups ` : ''
  const into = hostRoot ? '' : '--user --preserve-credentials '
  const environment = Object.entries(shellSettings.environment).map(([name, value]) => `${name}=${value}`)
  return (
    `${drop}nsenter --target ${init} ${into}--mount --net --uts --ipc --pid --wdns=${shellSettings.directory} ` +
    `env -i ${environment.join(' ')} bash # end it with: kill -9 ${init}`
  )
}
