/**
 * The same actors in another target's sandbox, where no pipe leads: cases are sent as a file, many at a time, and what
 * was seen comes back packed on the terminal.
 */
import { namespaces } from '#conformance'
import { parseTranscript } from '#transcript'
import type { Session, Target } from '#verify/targets/index.ts'
import { gunzipSync } from 'node:zlib'
import type { Real } from '../real.ts'
import { actors } from './actors.ts'
import { observe } from './observe.ts'

type Given = ReturnType<typeof namespaces.makeCase>
type Waiting = {
  readonly given: Given
  readonly resolve: (seen: ReturnType<typeof observe>) => void
  readonly reject: (error: unknown) => void
}

/** Cases in one sandbox: enough to be worth its start, few enough for what a command may print. */
const most = 50
/** How many may be asked for at once, so that sandboxes fill up whatever the cases' footings. */
export const inFlight = 6 * most
/** Nobody asks for more: what waits is sent as it is. */
const lull = 200
const sandboxes = 2
const timeout = 300_000

const needsRange = parseTranscript(
  'targets: vm\nneeds: uid-range\n---\n== cases\n$ true\n',
  'conformance/namespaces',
)

const runBatch = async (session: Session, { input }: Given, count: number): Promise<readonly unknown[]> => {
  const mapping = input.ids > 1 ? 'within' : 'own'
  const command = `python3 -I actors.py ${input.level} ${mapping} <cases | gzip -9 | base64 -w0`
  const { ended, output } = await session.run(command, { timeout })
  const printed = Buffer.from(output).toString()
  if (ended !== 'done') throw new Error(`the actors did not come back (${ended}): ${printed.slice(-500)}`)
  const lines = unpack(printed).split('\n').filter(Boolean).slice(1)
  if (lines.length !== count) throw new Error(`expected ${count} answers of the actors, got ${lines.length}`)
  return lines.map((line): unknown => JSON.parse(line))
}

const unpack = (printed: string): string => {
  try {
    return gunzipSync(Buffer.from(printed.trim(), 'base64')).toString()
  } catch {
    throw new Error(`the actors said: ${printed.slice(-500)}`)
  }
}

export const openInTarget = (target: Target): Real<typeof namespaces> => {
  const queues = new Map<string, Waiting[]>()
  const lanes = Array.from({ length: sandboxes }, () => Promise.resolve())
  let sent = 0
  let timer: NodeJS.Timeout | undefined

  const put = async (batch: readonly Waiting[]): Promise<void> => {
    const [first] = batch
    if (!first || !needsRange.ok) return
    try {
      const cases = batch.map(({ given }) => `${JSON.stringify(given.actions)}\n`).join('')
      const file = (path: string, text: string) => ({ path, content: Buffer.from(text), mode: 0o644 })
      const session = await target.open({
        id: 'conformance/namespaces',
        transcript: needsRange.transcript,
        files: [file('actors.py', actors), file('cases', cases)],
        keep: false,
      })
      try {
        const said = await runBatch(session, first.given, batch.length)
        batch.forEach(({ resolve, reject }, at) => answer(said[at], resolve, reject))
      } finally {
        await session.close()
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  const send = (key: string): void => {
    const batch = queues.get(key)?.splice(0, most) ?? []
    if (batch.length === 0) return
    const lane = sent++ % sandboxes
    lanes[lane] = (lanes[lane] ?? Promise.resolve()).then(() => put(batch))
  }
  return {
    lacks: () => undefined,
    see: (given: Given) =>
      new Promise((resolve, reject) => {
        const key = `${given.input.level} ${given.input.ids}`
        const queue = queues.get(key) ?? []
        queues.set(key, queue)
        queue.push({ given, resolve, reject })
        clearTimeout(timer)
        timer = setTimeout(() => [...queues.keys()].forEach(send), lull)
        if (queue.length >= most) send(key)
      }),
    end: () => Promise.resolve(clearTimeout(timer)),
  }
}

const answer = (said: unknown, resolve: Waiting['resolve'], reject: Waiting['reject']): void => {
  try {
    resolve(observe(said))
  } catch (error) {
    reject(error)
  }
}
