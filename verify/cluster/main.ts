/** `npm run cluster`: arguments, progress and exit codes only. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { arch } from 'node:os'
import { CallError, help, readCall, type Call } from './arguments.ts'
import { lacking } from './available.ts'
import { allClusters, down } from './down.ts'
import { logOf } from './host/start.ts'
import { kubectlIn, nodeCommand, type CommandLine } from './inside.ts'
import { readNote, type Note } from './note.ts'
import { findK3s } from './release/index.ts'
import { statusLines } from './status.ts'
import { up } from './up.ts'

const say = (line: string): void => console.error(line)

export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await obey(readCall(argv))
  } catch (error) {
    const wrong = error instanceof CallError
    console.error(
      wrong ? `${error.message}\n\nnpm run cluster -- --help says more.` : (error as Error).message,
    )
    return wrong ? 2 : 1
  }
}

async function obey(call: Call): Promise<number> {
  switch (call.do) {
    case 'help':
      console.log(help)
      return 0
    case 'up':
      return raise(call)
    case 'status': {
      const { lines, healthy } = await statusLines(call.name)
      console.log(lines.join('\n'))
      return healthy ? 0 : 1
    }
    case 'down':
      return end(call)
    case 'kubectl':
      return pass(kubectlIn(noteOf(call.name), call.args))
    case 'node':
      return pass(nodeCommand(noteOf(call.name), call.node, call.command))
    case 'logs':
      return showLog(noteOf(call.name), call)
  }
}

async function raise(call: Extract<Call, { do: 'up' }>): Promise<number> {
  const lack = lacking() ?? (call.place === 'vm' ? await prepareMachine() : undefined)
  if (lack !== undefined) {
    console.error(lack)
    return 3
  }
  const start = performance.now()
  const k3s = await findK3s({ version: call.version, say, onProgress: showBytes() })
  say(`k3s ${k3s.version} (${k3s.release ? 'a release' : 'not a release'}, ${arch()})`)
  const { name, place, agents, images } = call
  await up({ name, place, agents, k3s, components: call.with, images, say })
  say(`cluster ${call.name} is up after ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return 0
}

/** Undefined once there is all that a machine is booted from. */
async function prepareMachine(): Promise<string | undefined> {
  const [{ lackingForMachine }, { prepareVm }] = await Promise.all([
    import('./vm/index.ts'),
    import('#verify/targets/vm/index.ts'),
  ])
  const lack = await lackingForMachine()
  if (lack === undefined) await prepareVm(say)
  return lack
}

/** A line that grows on a terminal, and one for each tenth elsewhere. */
function showBytes(): (bytes: number, all: number | undefined) => void {
  let told = -1
  return (bytes, all) => {
    const tenth = Math.floor((bytes / (all ?? Infinity)) * 10)
    const text = `${(bytes / 1e6).toFixed(0)} of ${((all ?? 0) / 1e6).toFixed(0)} MB`
    if (process.stderr.isTTY) process.stderr.write(`\r${text}${bytes === all ? '\n' : ''}`)
    else if (tenth > told) say(text)
    told = tenth
  }
}

async function end({ name, all }: Extract<Call, { do: 'down' }>): Promise<number> {
  const names = all ? allClusters() : [name]
  const ended = await Promise.all(names.map((each) => down(each, say)))
  if (!ended.includes(true)) say(all ? 'There is no cluster.' : `There is no cluster ${name}.`)
  return 0
}

function noteOf(name: string): Note {
  const note = readNote(name)
  if (note) return note
  throw new Error(`There is no cluster ${name}. npm run cluster -- up makes one.`)
}

function showLog({ name, nodes }: Note, { node }: Extract<Call, { do: 'logs' }>): number {
  const file = logOf(name, node)
  if (!existsSync(file))
    throw new Error(`cluster ${name}: expected a node of ${Object.keys(nodes).join(', ')}; got ${node}.`)
  process.stdout.write(readFileSync(file))
  return 0
}

/** On the caller's own terminal, with the status that it ends with. */
function pass({ file, args, env = {} }: CommandLine): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  process.on('SIGINT', () => {})
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
