/** Files of bytes (page_counter_memparse): kept in pages of 4 KiB, a suffix may follow, and no digits are 0. */
import { wholeOf } from './integer.ts'
import { governing } from './offers.ts'
import { because } from './rules.ts'
import type { Step } from './result.ts'
import type { Group, Limit, Settings, State } from './types.ts'
import { keep, malformed, takeInteger, type Write } from './written.ts'

/** PAGE_COUNTER_MAX: what counts as no limit. */
const most = (2n ** 63n - 1n) / 4096n

const shifts = { '': 0n, k: 10n, m: 20n, g: 30n, t: 40n, p: 50n, e: 60n } as const

const bytesText = /^(0x[\da-f]+|0[0-7]*|[1-9]\d*|)([kmgtpe]?)$/i

/** Bytes wrap at 64 bits, as memparse's do. */
const parseBytes = (text: string): bigint | undefined => {
  const [whole, digits = '', suffix = ''] = bytesText.exec(text) ?? []
  if (whole === undefined) return undefined
  const shift = shifts[suffix.toLowerCase() as keyof typeof shifts]
  return BigInt.asUintN(64, wholeOf(digits || '0') << shift)
}

export const readBytes = (limit: Limit): string => (limit === 'max' ? 'max' : String(BigInt(limit) * 4096n))

/** v1 has no word for it, and prints the number. */
export const readOldBytes = (limit: Limit): string =>
  limit === 'max' ? String(most * 4096n) : readBytes(limit)

type Which = keyof Settings['memory']

/** `none`: the word for no limit. */
export const writeBytes =
  (which: Which, none: 'max' | '-1', read: (limit: Limit) => string) =>
  (write: Write): Step => {
    const text = write.text.trim()
    const bytes = text === none ? most * 4096n : parseBytes(text)
    if (bytes === undefined) return malformed(write)
    const pages = bytes / 4096n
    const limit = pages >= most ? 'max' : Number(pages)
    const value = read(limit)
    const memory = { ...write.group.settings.memory, [which]: limit }
    const rounded = because('cgroups/rounded-to-pages', write.group.place, { text, value })
    const cut = bytes % 4096n !== 0n && limit !== 'max'
    return keep(write, { memory }, value, ...(cut ? [rounded] : []), ...limitAbove(write, limit))
  }

const isLess = (a: Limit, b: Limit): boolean => a !== 'max' && (b === 'max' || a < b)

/** The lowest limit from here up: the one that holds. */
export const effectiveMemory = (state: State, group: Group): { at: Group; limit: Limit } =>
  governing(state, group, 'memory').reduce(
    (so, each) =>
      isLess(each.settings.memory.max, so.limit) ? { at: each, limit: each.settings.memory.max } : so,
    { at: group, limit: 'max' as Limit },
  )

const limitAbove = ({ state, group, file }: Write, own: Limit) => {
  if (file !== 'memory.max' && file !== 'memory.limit_in_bytes') return []
  const [, ...above] = governing(state, group, 'memory')
  const lower = above.find(({ settings }) => isLess(settings.memory.max, own))
  if (!lower) return []
  const value = readBytes(lower.settings.memory.max)
  return [because('cgroups/limit-above', group.place, { file, at: lower.place, value })]
}

export const writeOomGroup = (write: Write): Step =>
  takeInteger(trimmed(write), 's32', { from: 0, to: 1, errno: 'EINVAL' }, (oomGroup) =>
    keep(write, { oomGroup: oomGroup === 1 ? 1 : 0 }, oomGroup),
  )

/** For those files that have the spaces around taken off first. */
export const trimmed = (write: Write): Write => ({ ...write, text: write.text.trim() })
