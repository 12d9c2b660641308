import { parseArgs } from 'node:util'
import { checkName, type NodeName } from './names.ts'
import type { Note } from './note.ts'

export const help = `A disposable k3s cluster on this machine: real nodes in namespaces of their own, gone without a trace.

  npm run cluster -- up [--agents N] [--k3s-version V]   a server, and so many agents beside it
  npm run cluster -- up --in vm                          one node in a virtual machine, on cgroup v2
  npm run cluster -- status                              what there is, and what was left behind
  npm run cluster -- kubectl get pods -A                 kubectl, as the cluster's administrator
  npm run cluster -- node server -- crictl ps            a command inside a node
  npm run cluster -- logs server                         what k3s on a node has said
  npm run cluster -- down [--all]                        ends it, whatever state it is in

  --name X      one of several clusters side by side (default: book)
  --with WORDS  of dns, storage, metrics: k3s' own components, for which --images names their archives
  --images DIR  OCI or Docker archives (*.tar) that the nodes import, such as k3s' airgap bundle

NODEBOOK_CLUSTER=X names the one that npm run verify -- --target k3s uses, where it is not book.
It runs as this machine's root, so it wants NODEBOOK_DISPOSABLE=1 on a machine that may be broken.
k3s is taken from K3S_BIN, the PATH, or a pinned release, fetched once. K3S_MIRROR names another place to fetch from.

Exit code: 0 done, 1 it failed, 2 the call is wrong, 3 this machine cannot.`

export const componentNames = ['dns', 'storage', 'metrics'] as const

export type Call =
  | { do: 'help' }
  | {
      do: 'up'
      name: string
      place: Note['place']
      agents: number
      version: string | undefined
      with: readonly string[]
      images: string | undefined
    }
  | { do: 'status'; name: string | undefined }
  | { do: 'down'; name: string; all: boolean }
  | { do: 'kubectl'; name: string; args: readonly string[] }
  | { do: 'node'; name: string; node: string; command: readonly string[] }
  | { do: 'logs'; name: string; node: NodeName }

export class CallError extends Error {}

const options = {
  name: { type: 'string' },
  agents: { type: 'string', default: '0' },
  in: { type: 'string', default: 'host' },
  'k3s-version': { type: 'string' },
  with: { type: 'string', default: '' },
  images: { type: 'string' },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

const verbs = ['up', 'status', 'kubectl', 'node', 'logs', 'down'] as const

export function readCall(argv: readonly string[]): Call {
  const [verb, ...rest] = argv
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') return { do: 'help' }
  if (verb === 'kubectl') return readKubectl(rest)
  const end = rest.indexOf('--')
  const own = end < 0 ? rest : rest.slice(0, end)
  const { values, positionals } = parse(own)
  if (values.help) return { do: 'help' }
  const name = check(values.name ?? 'book')
  switch (verb) {
    case 'up':
      none(positionals)
      return {
        ...{ do: 'up', name, ...readSize(values.in, values.agents), version: values['k3s-version'] },
        ...{ with: readComponents(values.with), images: values.images },
      }
    case 'status':
      none(positionals)
      return { do: 'status', name: values.name === undefined ? undefined : name }
    case 'down':
      none(positionals)
      return { do: 'down', name, all: values.all }
    case 'logs':
      return { do: 'logs', name, node: (positionals[0] ?? 'server') as NodeName }
    case 'node': {
      const [node] = positionals
      if (node === undefined || end < 0 || end === rest.length - 1)
        throw new CallError('Expected: node NAME -- COMMAND, as in: node server -- crictl ps')
      return { do: 'node', name, node, command: rest.slice(end + 1) }
    }
    default:
      throw new CallError(`Expected one of ${verbs.join(', ')}; got ${verb}.`)
  }
}

/** All that follows is kubectl's own, but for a leading `--name X`. */
function readKubectl(rest: readonly string[]): Call {
  if (rest[0] === '--name') return { do: 'kubectl', name: check(rest[1] ?? ''), args: rest.slice(2) }
  return { do: 'kubectl', name: 'book', args: rest }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CallError((error as Error).message)
  }
}

function check(name: string): string {
  try {
    return checkName(name)
  } catch (error) {
    throw new CallError((error as Error).message)
  }
}

function none(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new CallError(`Expected no more words; got ${positionals.join(' ')}.`)
}

function readSize(place: string, text: string): { place: Note['place']; agents: number } {
  const agents = readAgents(text)
  if (place !== 'host' && place !== 'vm') throw new CallError(`--in: expected host or vm, got ${place}.`)
  if (place === 'vm' && agents > 0) throw new CallError('--in vm: it is one node; leave --agents out.')
  return { place, agents }
}

function readAgents(text: string): number {
  const agents = Number(text)
  if (Number.isInteger(agents) && agents >= 0 && agents <= 20) return agents
  throw new CallError(`--agents: expected a number from 0 to 20, got ${text}.`)
}

function readComponents(text: string): string[] {
  const words = text.split(/[\s,]+/).filter(Boolean)
  const unknown = words.filter((word) => !(componentNames as readonly string[]).includes(word))
  if (unknown.length === 0) return words
  throw new CallError(`--with: expected words of ${componentNames.join(', ')}; got ${unknown.join(', ')}.`)
}
