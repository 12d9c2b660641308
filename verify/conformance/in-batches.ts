/**
 * Cases in a sandbox of a target to which no pipe leads: they are sent as a file, many at a time, to a program that
 * prints a line of JSON for each; what it prints comes back packed on the terminal.
 */
import type { Case } from '#conformance'
import type { Order, Session, SuppliedFile } from '#verify/targets/index.ts'
import { gunzipSync } from 'node:zlib'
import type { Place } from './place.ts'
import type { Real } from './real.ts'

export type Batching<Input, Action, Seen> = {
  /** the maker of whatever is left over */
  readonly id: string
  readonly needs: readonly string[]
  readonly files: readonly SuppliedFile[]
  /** the cases of one sandbox are those with the same key */
  readonly keyOf: (given: Case<Input, Action>) => string
  /** the case as the program reads it: a line of the file `cases` */
  readonly send: (given: Case<Input, Action>) => unknown
  /** prints a line of JSON a case, for a batch that begins with this one */
  readonly command: (first: Case<Input, Action>) => string
  /** what a line says, in the model's words; throws where nothing was observed */
  readonly observe: (said: unknown) => readonly Seen[]
  /** cases in one sandbox: enough to be worth its start, few enough for what a command may print */
  readonly most: number
  readonly sandboxes: number
}

type Waiting<Input, Action, Seen> = {
  readonly given: Case<Input, Action>
  readonly resolve: (seen: readonly Seen[]) => void
  readonly reject: (error: unknown) => void
}

/** When nobody asks for more for so long (ms), what waits is sent as it is. */
const lull = 200
const timeout = 900_000
/** A machine that emulates another may fail to boot, or be too slow to; what ran is never run again. */
const tries = 3

export const programFile = (path: string, text: string): SuppliedFile => ({
  path,
  content: Buffer.from(text),
  mode: 0o644,
})

/** As many hands as keep every sandbox busy, whatever the keys of the cases. */
export const openInBatches = <Input, Action, Seen>(
  place: Place,
  batching: Batching<Input, Action, Seen>,
): readonly Real<Input, Action, Seen>[] => {
  const { keyOf, most, sandboxes } = batching
  const queues = new Map<string, Waiting<Input, Action, Seen>[]>()
  const lanes = Array.from({ length: sandboxes }, () => Promise.resolve())
  let sent = 0
  let timer: NodeJS.Timeout | undefined

  const send = (key: string): void => {
    const batch = queues.get(key)?.splice(0, most) ?? []
    if (batch.length === 0) return
    const lane = sent++ % sandboxes
    lanes[lane] = (lanes[lane] ?? Promise.resolve()).then(() => putBatch(place, batching, batch))
  }
  const hand: Real<Input, Action, Seen> = {
    lacks: () => undefined,
    see: (given) =>
      new Promise((resolve, reject) => {
        const key = keyOf(given)
        const queue = queues.get(key) ?? []
        queues.set(key, queue)
        queue.push({ given, resolve, reject })
        clearTimeout(timer)
        timer = setTimeout(() => [...queues.keys()].forEach(send), lull)
        if (queue.length >= most) send(key)
      }),
    end: () => Promise.resolve(clearTimeout(timer)),
  }
  return Array.from({ length: 3 * sandboxes * most }, () => hand)
}

/** Every case of the batch hears something, be it that nothing could be observed. */
const putBatch = async <Input, Action, Seen>(
  place: Place,
  batching: Batching<Input, Action, Seen>,
  batch: readonly Waiting<Input, Action, Seen>[],
): Promise<void> => {
  const { id, needs, files, send, observe } = batching
  const cases = batch.map(({ given }) => `${JSON.stringify(send(given))}\n`).join('')
  try {
    const order = place.order(id, needs, [...files, programFile('cases', cases)])
    const session = await openPatiently(place, order)
    try {
      const said = await runBatch(session, batching, batch)
      batch.forEach(({ resolve, reject }, at) => {
        try {
          resolve(observe(said[at]))
        } catch (error) {
          reject(error)
        }
      })
    } finally {
      await session.close()
    }
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}

const openPatiently = async (
  { target, name }: Pick<Place, 'target' | 'name'>,
  order: Order,
  left = tries - 1,
): Promise<Session> => {
  try {
    return await target.open(order)
  } catch (error) {
    if (left === 0) throw error
    console.error(`${name}: no sandbox, trying again: ${(error as Error).message.split('\n')[0]}`)
    return openPatiently({ target, name }, order, left - 1)
  }
}

const runBatch = async <Input, Action, Seen>(
  session: Session,
  { command }: Batching<Input, Action, Seen>,
  batch: readonly Waiting<Input, Action, Seen>[],
): Promise<readonly unknown[]> => {
  const [first] = batch
  if (!first) return []
  const { ended, output } = await session.run(`{ ${command(first.given)}; } | gzip -9 | base64 -w0`, {
    timeout,
  })
  const printed = Buffer.from(output).toString()
  if (ended !== 'done') throw new Error(`the program did not come back (${ended}): ${bothEnds(printed)}`)
  const lines = unpack(printed).split('\n').filter(Boolean)
  if (lines.length !== batch.length)
    throw new Error(`expected ${batch.length} answers of the program, got ${lines.length}`)
  return lines.map((line): unknown => JSON.parse(line))
}

const unpack = (printed: string): string => {
  try {
    return gunzipSync(Buffer.from(printed.trim(), 'base64')).toString()
  } catch {
    throw new Error(`the program said: ${bothEnds(printed)}`)
  }
}

const bothEnds = (text: string): string =>
  text.length > 800 ? `${text.slice(0, 400)} … ${text.slice(-400)}` : text
