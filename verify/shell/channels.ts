/**
 * Three FIFOs between the engine and a shell: commands to it, reports and output from it. FIFOs because a program may
 * open `/dev/stdout` again, which a socket refuses; two descriptions of each, because the engine's must not block
 * and a command's must.
 */
import { execFileSync } from 'node:child_process'
import { chownSync, closeSync, constants, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'

const { O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants

export type Ends = { commands: number; report: number; output: number }

export type Channels = {
  engine: Ends
  /** To be inherited: the shell reads commands and writes the others. `idle` is a stdin that never ends. */
  shell: Ends & { idle: number }
  /** Once the shell's side has been inherited. */
  closeShellSide(): void
}

export function openChannels(folder: string, owner?: { uid: number; gid: number }): Channels {
  mkdirSync(folder, { mode: 0o700 })
  const names = ['commands', 'report', 'output', 'idle'] as const
  const [commands, report, output, idle] = names.map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  execFileSync('mkfifo', ['-m', '600', commands, report, output, idle])
  // A command may open its stdout again, as the sandbox's owner.
  if (owner) for (const path of [commands, report, output]) chownSync(path, owner.uid, owner.gid)
  const engine = {
    // Read too, so that it can be opened before there is a reader.
    commands: openSync(commands, O_RDWR | O_NONBLOCK),
    report: openSync(report, O_RDONLY | O_NONBLOCK),
    output: openSync(output, O_RDONLY | O_NONBLOCK),
  }
  const shell = {
    commands: openSync(commands, O_RDONLY),
    report: openSync(report, O_WRONLY),
    output: openSync(output, O_WRONLY),
    idle: openSync(idle, O_RDWR),
  }
  return { engine, shell, closeShellSide: () => Object.values(shell).forEach((fd) => closeSync(fd)) }
}
