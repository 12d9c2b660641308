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
import { makeInitramfs } from './initramfs.ts'
import { launch } from './launch.ts'
import { qemuArguments, qemuPrograms, type Accelerator, type MachineSize } from './qemu.ts'
import { openUnnamed } from './unnamed-file.ts'

export type Boot = {
  kernel: Kernel
  accelerator: Accelerator
  cgroup: 'v1' | 'v2'
  size: MachineSize
  /** An existing folder; see `launch.ts`. */
  at: string
  patience: number
}

export type Machine = {
  connection: Connection
  /** From the start of QEMU to the agent's first word. */
  milliseconds: number
  /** Resolves with how QEMU ended. */
  gone: Promise<string>
  close(): Promise<void>
}

export async function bootMachine(boot: Boot): Promise<Machine> {
  const started = performance.now()
  const node = realpathSync(process.execPath)
  const agent = join(import.meta.dirname, '../guest/agent.ts')
  const initramfs = openUnnamed(
    tmpdir(),
    makeInitramfs(
      boot.kernel,
      { node, cgroup: boot.cgroup, kernel: boot.kernel.version },
      carrySources(agent),
    ),
  )
  const image = openSync(boot.kernel.image, 'r')
  const child = launch({
    at: boot.at,
    layOut: layOut(exposedFiles(node), boot.kernel.modules),
    program: [...qemuPrograms, ...qemuArguments(boot.accelerator, boot.size, '.')],
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', image, initramfs.fd],
  })
  closeSync(image)
  initramfs.close()

  const said = keepConsole()
  const complaints = keepConsole()
  const [, , stderr, port, output] = child.stdio as [null, null, Readable, Duplex, Duplex]
  stderr.on('data', complaints.push)
  output.on('data', said.push).on('error', () => {})
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
  if (problem === undefined) return { connection, milliseconds: performance.now() - started, gone, close }
  await close()
  throw new Error(describe(boot, problem, complaints.lastLines(), said.lastLines()))
}

function describe({ kernel, accelerator }: Boot, problem: string, complaints: string, said: string): string {
  const indent = (text: string) => text.replaceAll(/^/gm, '  ')
  return [
    `vm: Linux ${kernel.version} (${accelerator}) ${problem}.`,
    ...(complaints === '' ? [] : [`QEMU said:\n${indent(complaints)}`]),
    said === '' ? 'Its console printed nothing.' : `The last of its console:\n${indent(said)}`,
  ].join('\n')
}
