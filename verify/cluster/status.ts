/** What there is of each cluster, healthy or not. */
import { runProgram } from '#verify/program/index.ts'
import { allClusters, leftovers } from './down.ts'
import { kubectlIn } from './inside.ts'
import { lives, readNote } from './note.ts'
import { readyNodes } from './up.ts'

export async function statusLines(name: string | undefined): Promise<{ lines: string[]; healthy: boolean }> {
  const names = name === undefined ? allClusters() : [name]
  const all = await Promise.all(names.map(describe))
  if (all.length === 0)
    return { lines: ['There is no cluster. npm run cluster -- up makes one.'], healthy: true }
  return { lines: all.flatMap(({ lines }) => lines), healthy: all.every(({ healthy }) => healthy) }
}

async function describe(name: string): Promise<{ lines: string[]; healthy: boolean }> {
  const note = readNote(name)
  const left = leftovers(name)
  if (left.length === 0) return { lines: [`${name}: there is none`], healthy: false }
  if (!note || !lives(note.holder))
    return {
      lines: [
        `${name}: broken; left behind:`,
        ...left.map((each) => `  ${each}`),
        '  npm run cluster -- down removes them',
      ],
      healthy: false,
    }
  const ready = new Set(note.ready ? await askNodes(note) : [])
  const nodes = Object.entries(note.nodes).map(([node, running]) => ({
    node,
    state: ready.has(node) ? 'Ready' : lives(running) ? 'not Ready' : 'ended',
  }))
  const { version, release } = note.k3s
  const source = release ? '' : ', not a release'
  return {
    lines: [
      `${name}: k3s ${version}${source}${note.place === 'vm' ? ', in the vm' : ''}`,
      ...nodes.map(({ node, state }) => `  ${node.padEnd(10)} ${state}`),
    ],
    healthy: nodes.length > 0 && nodes.every(({ state }) => state === 'Ready'),
  }
}

async function askNodes(note: Parameters<typeof kubectlIn>[0]): Promise<string[]> {
  try {
    const {
      file,
      args,
      env = {},
    } = kubectlIn(note, ['get', 'nodes', '-o', 'json', '--request-timeout', '5s'])
    const { code, stdout } = await runProgram(file, args, { env, timeout: 10_000 })
    return code === 0 ? readyNodes(stdout) : []
  } catch {
    return []
  }
}
