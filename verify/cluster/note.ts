/** What `up` writes down of a cluster, for the commands that come after it. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'astro/zod'
import { startOf } from '#verify/sandbox/owner.ts'
import { clustersFolder, folderOf, prefix } from './names.ts'

const process = z.object({ pid: z.number(), started: z.string() })

const schema = z.object({
  name: z.string(),
  place: z.enum(['host', 'vm']),
  agents: z.number(),
  k3s: z.object({ file: z.string(), version: z.string(), sha256: z.string(), release: z.boolean() }),
  /** unpacked programs of this k3s: kubectl, crictl, ctr */
  programs: z.string().optional(),
  holder: process.optional(),
  nodes: z.record(z.string(), process),
  with: z.array(z.string()),
  ready: z.boolean(),
})

export type Note = z.infer<typeof schema>
export type Running = z.infer<typeof process>

const fileOf = (name: string) => join(folderOf(name), 'cluster.json')

export function readNote(name: string): Note | undefined {
  if (!existsSync(fileOf(name))) return undefined
  const read = schema.safeParse(JSON.parse(readFileSync(fileOf(name), 'utf8')))
  return read.success ? read.data : undefined
}

/** Whole or not at all: `up` may be killed at any moment. */
export function writeNote(note: Note): void {
  const file = fileOf(note.name)
  writeFileSync(`${file}.new`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The names of this user's clusters, whole or broken. */
export const clusterNames = (): string[] =>
  readdirSync(clustersFolder())
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))

export const lives = (running: Running | undefined): running is Running =>
  running !== undefined && startOf(running.pid) === running.started

export const runningAs = (pid: number): Running => ({ pid, started: startOf(pid) ?? '' })
