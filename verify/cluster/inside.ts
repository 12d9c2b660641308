/** Command lines that run inside a cluster: kubectl in the server's network, anything in a node. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf, type NodeName } from './names.ts'
import { lives, type Note } from './note.ts'
import { machineCommand } from './vm/command.ts'

export type CommandLine = { file: string; args: readonly string[]; env?: Record<string, string> }

const nsenter = (pid: number, namespaces: readonly string[], command: readonly string[]): CommandLine => ({
  file: 'nsenter',
  args: ['--target', String(pid), ...namespaces, '--', ...command],
})

/** In the network alone, so that files named on the command line are the caller's own. */
export function kubectlIn(note: Note, args: readonly string[]): CommandLine {
  const server = note.nodes['server']
  if (!lives(server))
    throw new Error(`cluster ${note.name}: its server is not running. Try: npm run cluster -- down`)
  if (note.programs === undefined)
    throw new Error(`cluster ${note.name}: it was never ready. Try: npm run cluster -- down`)
  const kubeconfig = join(folderOf(note.name), 'kubeconfig')
  return {
    ...nsenter(server.pid, ['--net'], [join(note.programs, 'kubectl'), ...args]),
    ...(existsSync(kubeconfig) ? { env: { KUBECONFIG: kubeconfig } } : {}),
  }
}

export function nodeCommand(note: Note, node: string, command: readonly string[]): CommandLine {
  const running = note.nodes[node as NodeName]
  if (running === undefined)
    throw new Error(
      `cluster ${note.name}: expected a node of ${Object.keys(note.nodes).join(', ')}; got ${node}.`,
    )
  if (!lives(running)) throw new Error(`cluster ${note.name}: ${node} is not running.`)
  // A machine's processes are nobody's here, so its agent is asked, over the network that QEMU is in.
  if (note.place === 'vm') return nsenter(running.pid, ['--net'], machineCommand(note.name, command))
  const all = ['--mount', '--net', '--uts', '--ipc', '--pid', '--cgroup']
  return nsenter(running.pid, all, command)
}
