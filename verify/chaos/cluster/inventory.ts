/**
 * All that a machine has of what a cluster makes, each thing with its maker as far as it can be told. Read without the
 * code that makes or removes clusters.
 */
import { ask, files, folders, lines, link, pids, read } from './look.ts'

export type Thing = { kind: string; name: string; maker?: string }

/** `folders`: where files are looked for, with how many levels below them. */
export type Places = { folders: readonly { at: string; depth: number }[] }

export function takeInventory({ folders }: Places): Thing[] {
  return [
    ...processes(),
    ...networkNamespaces(),
    ...named('mount', mounts()),
    ...named('link', links()),
    ...named('cgroup', cgroups()),
    ...named('rule', rules()),
    ...named('setting', settings()),
    ...named(
      'file',
      folders.flatMap(({ at, depth }) => files(at, depth)),
    ),
  ]
}

/** What came and what went, in words. Two of a kind are two. */
export function compareInventories(before: readonly Thing[], after: readonly Thing[]): string[] {
  const gone = missingFrom(after, before)
  const came = missingFrom(before, after)
  return [...came.map((thing) => `left: ${tell(thing)}`), ...gone.map((thing) => `gone: ${tell(thing)}`)]
}

function missingFrom(known: readonly Thing[], things: readonly Thing[]): Thing[] {
  const counts = new Map<string, number>()
  for (const thing of known) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1)
  return things.filter((thing) => {
    const count = counts.get(keyOf(thing)) ?? 0
    counts.set(keyOf(thing), count - 1)
    return count <= 0
  })
}

const keyOf = ({ kind, name }: Thing): string => `${kind} ${name}`

const tell = ({ kind, name, maker }: Thing): string =>
  `the ${kind} ${name}, made by ${maker ?? makerIn(name) ?? 'nobody that is known'}`

/** `nodebook-cluster-x/agent-1`, `…-x:agent-1`: the part of a cluster that a name tells of. */
const makerIn = (text: string): string | undefined => {
  const [, cluster, part] = /nodebook-cluster-([a-z0-9-]+)(?:[:/](holder|server|agent-\d+))?/.exec(text) ?? []
  return cluster === undefined ? undefined : `${part ?? 'the tool'} of cluster ${cluster}`
}

const named = (kind: string, names: readonly string[]): Thing[] => names.map((name) => ({ kind, name }))

/** But for the looker itself and the machine's first. */
function processes(): Thing[] {
  return pids()
    .filter((pid) => pid !== process.pid && pid !== 1 && pid !== process.ppid)
    .filter((pid) => !/^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`)))
    .map((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
      const name = command.slice(0, 120).replaceAll(/\s+/g, ' ') || read(`/proc/${pid}/comm`).trim()
      const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '?'
      const group = makerIn(read(`/proc/${pid}/cgroup`)) ?? makerIn(command)
      const state = /^State:\s+(\S)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '?'
      const maker = `${group ?? `its parent ${parent}`}, in state ${state}`
      return { kind: 'process', name: `${pid} ${name}`, maker }
    })
}

/** A namespace that no process is in is held by a mount, and that is in the table of mounts. */
function networkNamespaces(): Thing[] {
  const seen = new Map<string, number>()
  for (const pid of pids()) {
    const name = link(`/proc/${pid}/ns/net`)
    if (name !== undefined && !seen.has(name)) seen.set(name, pid)
  }
  return [...seen].map(([name, pid]) => {
    const maker = makerIn(read(`/proc/${pid}/cgroup`)) ?? `process ${pid}`
    return { kind: 'network namespace', name, maker }
  })
}

/** Without the numbers that the kernel gives them. */
const mounts = (): string[] =>
  lines(read('/proc/self/mountinfo')).map((line) => line.split(' ').slice(3).join(' '))

const links = (): string[] =>
  (JSON.parse(ask('ip', '-json', 'link') || '[]') as { ifname: string }[]).map(({ ifname }) => ifname)

/** Those of other runs and of systemd's units come and go by themselves. */
const others = /\/(nodebook-run-\d|[^/]+\.(slice|scope|service|mount|socket)(\/|$))/

function cgroups(): string[] {
  const roots = lines(read('/proc/self/mounts'))
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, at = '']) => at)
  return roots.flatMap((root) => folders(root, 3)).filter((path) => !others.test(path) && !isOther(path))
}

/** Another cluster on the same machine: not of the name that the cycles have. */
const isOther = (path: string): boolean =>
  path.includes('/nodebook-cluster-') && !/\/nodebook-cluster-kill-\d+(\/|$)/.test(path)

function rules(): string[] {
  const all = [ask('iptables-save'), ask('ip6tables-save'), ask('nft', 'list', 'ruleset')]
  return all.flatMap(lines).filter((line) => !line.startsWith('#'))
}

/** The whole machine's, that a kubelet would write. */
const settings = (): string[] =>
  [
    ...['vm/overcommit_memory', 'vm/panic_on_oom', 'kernel/panic', 'kernel/panic_on_oops'],
    ...['kernel/keys/root_maxkeys', 'kernel/keys/root_maxbytes'],
  ].map((name) => `${name} = ${read(`/proc/sys/${name}`).trim()}`)
