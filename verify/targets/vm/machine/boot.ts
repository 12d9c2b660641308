/** Boots a guest and waits for its agent. */
import { closeSync, openSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex, Readable } from 'node:stream'
import type { Kernel } from '../kernel/index.ts'
import { carrySources } from './carried-sources.ts'
import { connect, type Connection } from './connection.ts'
import { keepConsole } from './console.ts'
import { exposedFiles, layOut } from './exposed-files.ts'
import { makeInitramfs, type Settings } from './initramfs.ts'
import { launch } from './launch.ts'
import {
  descriptors,
  qemuArguments,
  qemuPrograms,
  runnerDevices,
  type Accelerator,
  type MachineSize,
} from './qemu.ts'
import { openUnnamed } from './unnamed-file.ts'

export type Boot = {
  kernel: Kernel
  accelerator: Accelerator
  cgroup: 'v1' | 'v2'
  size: MachineSize
  /** The agent runs on a terminal of its own, for `enter`. */
  terminal?: boolean
  /** An existing folder; see `launch.ts`. */
  at: string
  patience: number
}

export type Machine = {
  connection: Connection
  /** From the start of QEMU to the agent's first word. */
  milliseconds: number
  terminal: Duplex | undefined
  /** Resolves with how QEMU ended. */
  gone: Promise<string>
  close(): Promise<void>
}

export async function bootMachine(boot: Boot): Promise<Machine> {
  const started = performance.now()
  const { terminal = false, accelerator } = boot
  const node = realpathSync(process.execPath)
  const agent = join(import.meta.dirname, '../guest/agent.ts')
  const initramfs = openUnnamed(
    tmpdir(),
    makeInitramfs({
      kernel: boot.kernel,
      settings: { ...settingsOf(boot), node },
      sources: carrySources(agent),
    }),
  )
  const image = openSync(boot.kernel.image, 'r')
  const child = launch({
    at: boot.at,
    layOut: layOut(exposedFiles(node), boot.kernel.modules),
    program: [
      ...qemuPrograms,
      ...qemuArguments({ ...boot.size, accelerator, devices: runnerDevices(terminal) }, '.'),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', image, initramfs.fd, terminal ? 'pipe' : 'ignore'],
  })
  closeSync(image)
  initramfs.close()

  const said = keepConsole()
  const complaints = keepConsole()
  const [, , stderr, port, output] = child.stdio as [null, null, Readable, Duplex, Duplex]
  stderr.on('data', complaints.push)
  output.on('data', said.push).on('error', () => {})
  const screen = (child.stdio as readonly unknown[])[descriptors.terminal] as Duplex | undefined
  const connection = connect(port)
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? code}`))
  })
  const close = async () => {
    connection.lose('the machine was closed')
    child.kill('SIGKILL')
    await gone
  }
  void gone.then((how) => connection.lose(`QEMU ${how}`))

  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`was not ready after ${boot.patience / 1000} s`), boot.patience)
  })
  const problem = await Promise.race([connection.ready.then(() => undefined), gone, late])
  clearTimeout(timer)
  if (problem === undefined)
    return { connection, milliseconds: performance.now() - started, terminal: screen, gone, close }
  await close()
  throw new Error(describe(boot, problem, complaints.lastLines(), said.lastLines()))
}

const settingsOf = ({ cgroup, kernel, terminal = false }: Boot): Settings => ({
  cgroup,
  kernel: kernel.version,
  terminal: terminal ? 'hvc0' : '',
  TERM: process.env['TERM'] ?? 'dumb',
})

function describe({ kernel, accelerator }: Boot, problem: string, complaints: string, said: string): string {
  const indent = (text: string) => text.replaceAll(/^/gm, '  ')
  return [
    `vm: Linux ${kernel.version} (${accelerator}) ${problem}.`,
    ...(complaints === '' ? [] : [`QEMU said:\n${indent(complaints)}`]),
    said === '' ? 'Its console printed nothing.' : `The last of its console:\n${indent(said)}`,
  ].join('\n')
}
