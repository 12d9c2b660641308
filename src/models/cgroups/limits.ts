/** cgroup.max.depth and cgroup.max.descendants. */
import type { Step } from './result.ts'
import { keep, takeInteger, type Write } from './written.ts'

/** INT_MAX is how the kernel keeps `max`. */
const most = 2 ** 31 - 1

export const writeLimit =
  (which: 'maxDepth' | 'maxDescendants') =>
  (write: Write): Step => {
    const text = write.text.trim()
    if (text === 'max') return keep(write, { [which]: 'max' }, 'max')
    return takeInteger({ ...write, text }, 's32', { from: 0 }, (asked) => {
      const limit = asked === most ? 'max' : asked
      return keep(write, { [which]: limit }, limit)
    })
  }
