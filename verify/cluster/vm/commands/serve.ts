/** Runs commands for those who know the word, with input and output on the way. A command ends with its connection. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { createDecoder, encode } from '#verify/targets/vm/wire.ts'
import type { Asked, Told } from './messages.ts'

export function serveCommands(word: string): Server {
  return createServer((socket) => {
    let child: ChildProcess | undefined
    const decode = createDecoder(({ head, body }) => {
      const asked = head as Asked
      switch (asked.kind) {
        case 'run':
          if (child !== undefined || asked.word !== word) return void socket.destroy()
          child = start(asked.command)
          return void serve(child, socket)
        case 'input':
          return void child?.stdin?.write(body)
        case 'input-end':
          return void child?.stdin?.end()
      }
    })
    socket.on('data', (bytes) => {
      try {
        decode(bytes)
      } catch {
        socket.destroy()
      }
    })
    socket.on('error', () => {})
    socket.once('close', () => {
      if (child !== undefined) endGroup(child)
    })
  })
}

function start([file = '', ...args]: readonly string[]): ChildProcess {
  const child = spawn(file, args, { stdio: 'pipe', detached: true, cwd: '/' })
  // A program that does not read it all is free to.
  child.stdin.on('error', () => {})
  return child
}

async function serve(child: ChildProcess, socket: Socket): Promise<void> {
  const tell = async (told: Told, body?: Uint8Array): Promise<void> => {
    if (socket.destroyed || socket.write(encode(told, body))) return
    await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  const pass = async (output: Readable | null, stream: 1 | 2): Promise<void> => {
    for await (const chunk of output ?? []) await tell({ kind: 'output', stream }, chunk as Buffer)
  }
  // The outputs of a program that did not start break off.
  const passed = Promise.allSettled([pass(child.stdout, 1), pass(child.stderr, 2)])
  const code = await endOf(child).catch(async (error: Error) => {
    await tell({ kind: 'output', stream: 2 }, Buffer.from(`${error.message}\n`))
    return 127
  })
  await passed
  await tell({ kind: 'ended', code })
  socket.end()
}

/** As a shell counts. */
const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
