/** The command line that has a command run in a cluster's machine: its agent is asked over the nodes' network. */
import { join } from 'node:path'
import { folderOf, network } from '../names.ts'

export const agentPort = 7001

export const machineCommand = (cluster: string, command: readonly string[]): string[] => [
  ...[process.execPath, join(import.meta.dirname, 'commands/ask-main.ts')],
  ...[network.server, String(agentPort), join(folderOf(cluster), 'token'), ...command],
]
