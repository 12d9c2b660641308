/** Brings a cluster up on this machine. Whatever ends it half way, `down` finds all of it by its name. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProgram } from '#verify/program/index.ts'
import { diagnose } from './diagnose.ts'
import { down } from './down.ts'
import { logOf, startHolder, startNode } from './host/start.ts'
import { makeImages, pauseImage } from './images/index.ts'
import { kubectlIn, nodeCommand } from './inside.ts'
import { folderOf, network, nodeNames, type NodeName } from './names.ts'
import { lives, readNote, writeNote, type Note } from './note.ts'
import { dataFolder, findPrograms } from './programs.ts'
import type { K3s } from './release/index.ts'

export type UpOrder = {
  name: string
  place?: Note['place']
  agents: number
  k3s: K3s
  components: readonly string[]
  /** a folder with archives that the nodes import besides the book's own */
  images?: string | undefined
  say: (line: string) => void
  patience?: number
}

/** Milliseconds to Ready, and between two looks. An emulated machine is slow, and looks cost it time. */
const paces = { host: { patience: 180_000, pause: 200 }, vm: { patience: 420_000, pause: 2_000 } } as const

/** k3s' own components need images that a machine without a registry may not have. */
const components = { dns: 'coredns', storage: 'local-storage', metrics: 'metrics-server' } as const

export async function up(order: UpOrder): Promise<Note> {
  const { name, place = 'host', agents, say } = order
  const there = readNote(name)
  if (there?.ready && lives(there.holder)) {
    if (there.place !== place || there.agents !== agents)
      throw new Error(
        `cluster ${name}: it is up in the ${there.place} with ${there.agents} agents; ` +
          `asked for ${agents} in the ${place}. Try down first.`,
      )
    say(`cluster ${name} is up already`)
    return there
  }
  await down(name, () => {})
  return raise({ ...order, place })
}

async function raise(order: UpOrder & { place: Note['place'] }): Promise<Note> {
  const { name, place, agents, k3s, components: wanted, images, say } = order
  const { patience = paces[place].patience } = order
  const folder = folderOf(name)
  mkdirSync(join(folder, 'images'), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'token'), `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  let note: Note = { name, place, agents, k3s, nodes: {}, with: [...wanted], ready: false }
  writeNote(note)
  const [holder] = await Promise.all([startHolder(name), writeImages(folder, images)])
  note = { ...note, holder }
  writeNote(note)
  const clock = { start: performance.now(), deadline: performance.now() + patience }
  const start = place === 'vm' ? (await import('./vm/index.ts')).startMachine : startNode
  const data = dataFolder(k3s)
  const names = nodeNames(agents)
  for (const node of names) {
    const args = node === 'server' ? serverArguments(wanted) : ['--pause-image', pauseImage]
    const running = await start({ cluster: name, node, holder, k3s: k3s.file, data, args })
    note = { ...note, nodes: { ...note.nodes, [node]: running } }
    writeNote(note)
  }
  await waitForServer(note, clock, say)
  note = { ...note, programs: findPrograms(data) }
  writeNote(note)
  await waitForNodes(note, names, clock, say)
  note = { ...note, ready: true }
  writeNote(note)
  return note
}

async function writeImages(folder: string, more: string | undefined): Promise<void> {
  for (const file of more === undefined ? [] : globSync(`${more}/*.tar*`))
    copyFileSync(file, join(folder, 'images', basename(file)))
  for (const { name, bytes } of await makeImages())
    writeFileSync(join(folder, 'images', `${name.replaceAll(/[/:]/g, '-')}.tar`), bytes)
}

const serverArguments = (wanted: readonly string[]): string[] => {
  const off = Object.entries(components)
    .filter(([word]) => !wanted.includes(word))
    .map(([, component]) => component)
  return [
    ...['--pause-image', pauseImage, '--disable', ['traefik', 'servicelb', ...off].join(',')],
    ...['--disable-helm-controller', '--disable-network-policy'],
  ]
}

type Clock = { start: number; deadline: number }
const seconds = ({ start }: Clock): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** The server answers once it has written its kubeconfig; the agents are let go then. */
async function waitForServer(note: Note, clock: Clock, say: UpOrder['say']): Promise<void> {
  const folder = folderOf(note.name)
  // Waited for inside, since entering a machine again and again would take the time that k3s needs.
  const file = '/etc/rancher/k3s/k3s.yaml'
  const wait = `until [[ -s ${file} ]]; do sleep 0.2; done; cat ${file}`
  const read = nodeCommand(note, 'server', ['timeout', '5', 'bash', '-c', wait])
  const knock = ['--net', 'timeout', '1', 'bash', '-c', `exec 3<>/dev/tcp/${network.server}/6443`]
  const answers = () => runProgram('nsenter', ['--target', String(note.holder?.pid), ...knock])
  for (;;) {
    mustLive(note, clock)
    if ((await answers()).code === 0) {
      const { code, stdout } = await runProgram(read.file, read.args)
      if (code === 0) {
        writeFileSync(join(folder, 'kubeconfig'), stdout.replace('127.0.0.1', network.server), {
          mode: 0o600,
        })
        break
      }
    }
    await sleep(100)
  }
  writeFileSync(join(folder, 'ready'), '')
  say(`server answers after ${seconds(clock)}`)
}

async function waitForNodes(
  note: Note,
  names: readonly NodeName[],
  clock: Clock,
  say: UpOrder['say'],
): Promise<void> {
  const {
    file,
    args,
    env = {},
  } = kubectlIn(note, ['get', 'nodes', '--output', 'json', '--request-timeout', '5s'])
  const ready = new Set<string>()
  while (ready.size < names.length) {
    mustLive(note, clock)
    const { code, stdout } = await runProgram(file, args, { env })
    for (const node of code === 0 ? readyNodes(stdout) : []) {
      if (!ready.has(node)) say(`${node} is Ready after ${seconds(clock)}`)
      ready.add(node)
    }
    if (ready.size < names.length) await sleep(paces[note.place].pause)
  }
}

type NodeList = {
  items: { metadata: { name: string }; status: { conditions?: { type: string; status: string }[] } }[]
}

export const readyNodes = (json: string): string[] =>
  (JSON.parse(json) as NodeList).items
    .filter(({ status }) =>
      status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
    )
    .map(({ metadata }) => metadata.name)

function mustLive(note: Note, { deadline }: Clock): void {
  const late = performance.now() > deadline
  for (const node of Object.keys(note.nodes) as NodeName[]) {
    const log = readLog(note.name, node)
    const ended = /nodebook: (k3s ended|fault)/.test(log) || !lives(note.nodes[node])
    if (!ended && !(late && node === 'server')) continue
    const findings = diagnose(log).map(({ line, cure }) => `  ${line}${cure ? `\n    ${cure}` : ''}`)
    const what = ended ? 'ended' : 'was not Ready in time'
    throw new Error(
      [
        `cluster ${note.name}: ${node} ${what}.`,
        ...findings,
        `  Its log: npm run cluster -- logs ${node}`,
      ].join('\n'),
    )
  }
}

function readLog(cluster: string, node: NodeName): string {
  const file = logOf(cluster, node)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
