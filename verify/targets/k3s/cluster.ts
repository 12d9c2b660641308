/** The cluster that a run uses: one that is up, or one that it brings up itself and takes down at its end. */
import { runProgram } from '#verify/program/index.ts'
import { down } from '#verify/cluster/down.ts'
import { kubectlIn, nodeCommand } from '#verify/cluster/inside.ts'
import { lives, readNote, type Note } from '#verify/cluster/note.ts'
import { findK3s } from '#verify/cluster/release/index.ts'
import { up } from '#verify/cluster/up.ts'

export type Cluster = {
  note: Note
  /** As the administrator, with this on stdin. Throws where kubectl fails. */
  kubectl(args: readonly string[], input?: string): Promise<string>
  /** What a program on the server prints. */
  ask(...command: string[]): Promise<string>
  close(): Promise<void>
}

/** NODEBOOK_CLUSTER names one that is up; `book` is what `npm run cluster -- up` makes. */
export const standing = (env = process.env): Note | undefined => {
  const note = readNote(env['NODEBOOK_CLUSTER'] || 'book')
  return note?.ready && lives(note.holder) ? note : undefined
}

export async function openCluster(agents: number, say: (line: string) => void): Promise<Cluster> {
  const there = standing()
  if (there) return use(there, async () => {})
  const name = `replay-${process.pid}`
  const k3s = await findK3s({ say, onProgress: () => {} })
  try {
    const note = await up({ name, agents, k3s, components: [], say })
    return use(note, async () => void (await down(name, say)))
  } catch (error) {
    await down(name, say)
    throw error
  }
}

const use = (note: Note, close: () => Promise<void>): Cluster => ({
  note,
  async kubectl(args, input) {
    const { file, args: words, env = {} } = kubectlIn(note, args)
    const { code, stdout, stderr } = await runProgram(file, words, {
      env,
      ...(input === undefined ? {} : { input }),
    })
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr.trim()}`)
    return stdout
  },
  async ask(...command) {
    const { file, args } = nodeCommand(note, 'server', command)
    return (await runProgram(file, args)).stdout
  },
  close,
})
