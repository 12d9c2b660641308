/**
 * Runs a program to its end and keeps what it printed. It gets a process group of its own where it has a time limit,
 * so that a limit reached leaves none of its children behind.
 */
import { spawn } from 'node:child_process'
import { projectRoot } from './project.ts'

export type ProgramOptions = {
  cwd?: string
  /** Added to this process's environment. */
  env?: Record<string, string | undefined>
  /** Given on stdin, which is empty otherwise. */
  input?: string
  /** Milliseconds. */
  timeout?: number
  /** `keep` collects the output; `show` passes it through as well. */
  output?: 'keep' | 'show'
}

export type ProgramResult = {
  /** Null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
  timedOut: boolean
}

/** What must end when this process does. */
const running = new Set<() => void>()
process.once('exit', () => running.forEach((end) => end()))

export function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const { cwd = projectRoot, env = {}, input, timeout, output = 'keep' } = options
  const grouped = timeout !== undefined
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: grouped,
  })
  // A program that does not read it all is free to.
  child.stdin?.on('error', () => {}).end(input)
  const endGroup = () => {
    if (child.pid !== undefined) endProcess(grouped ? -child.pid : child.pid)
  }
  const stdout = collect(child.stdout, output === 'show' ? process.stdout : undefined)
  const stderr = collect(child.stderr, output === 'show' ? process.stderr : undefined)
  let timedOut = false
  const timer = grouped
    ? setTimeout(() => {
        timedOut = true
        endGroup()
      }, timeout)
    : undefined
  running.add(endGroup)
  return new Promise((done, failed) => {
    const settle = () => {
      clearTimeout(timer)
      running.delete(endGroup)
    }
    child.once('error', (error) => {
      settle()
      failed(error)
    })
    child.once('close', (code) => {
      settle()
      done({ code, stdout: stdout(), stderr: stderr(), timedOut })
    })
  })
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function collect(stream: NodeJS.ReadableStream | null, copy?: NodeJS.WritableStream): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    copy?.write(chunk)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}
