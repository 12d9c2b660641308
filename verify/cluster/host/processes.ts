/** Processes that bear a cluster's name, wherever they are: the holder's and the nodes' first ones, by their argument 0. */
import { readdirSync, readFileSync } from 'node:fs'

export function findMarked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && wordsOf(pid).some((word) => word.startsWith(`${mark}:`)))
}

function wordsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
