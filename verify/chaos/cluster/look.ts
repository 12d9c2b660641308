/** Looks at a machine that changes meanwhile: what is gone by the time that it is looked at is empty. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

export const folders = (at: string, depth: number): string[] =>
  list(at)
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [join(at, name), ...(depth > 1 ? folders(join(at, name), depth - 1) : [])])

export const files = (at: string, depth: number): string[] =>
  list(at).flatMap((entry) => [
    join(at, entry.name),
    ...(entry.isDirectory() && depth > 1 ? files(join(at, entry.name), depth - 1) : []),
  ])

export const pids = (): number[] =>
  list('/proc')
    .map(({ name }) => Number(name))
    .filter((pid) => Number.isInteger(pid))

export function ask(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  } catch {
    return ''
  }
}

export const lines = (text: string): string[] => text.split('\n').filter(Boolean)

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

export function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

export function link(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
