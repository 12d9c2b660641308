/** Ends a cluster, however broken: found by its name alone, in cgroups, processes and folders. */
import { rmSync, existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill } from '#verify/sandbox/processes.ts'
import { findGroups, groupedClusters, membersOf, removeGroups } from './host/groups.ts'
import { folderOf, markOf, prefix } from './names.ts'
import { clusterNames, lives, readNote } from './note.ts'
import { findMarked } from './host/processes.ts'

/** A busy machine took 10 s for three nodes once. */
const patience = 30_000

/** Resolves with false where there was nothing of that name. */
export async function down(name: string, say: (line: string) => void): Promise<boolean> {
  const left = leftovers(name)
  if (left.length === 0) return false
  const note = readNote(name)
  // With the holder ends everything in its namespaces; the rest is for what was killed half way.
  if (lives(note?.holder)) kill(note.holder.pid)
  await endProcesses(name)
  if (!(await removeGroups(name, patience)))
    throw new Error(`cluster ${name}: its cgroups could not be removed: ${findGroups(name).join(', ')}.`)
  rmSync(folderOf(name), { recursive: true, force: true })
  say(`cluster ${name} is gone`)
  return true
}

async function endProcesses(name: string): Promise<void> {
  for (const deadline = Date.now() + patience; ; await sleep(10)) {
    const pids = processesOf(name)
    if (pids.length === 0) return
    if (Date.now() > deadline) throw new Error(`cluster ${name}: processes ${pids.join(', ')} do not end.`)
    pids.forEach(kill)
  }
}

const processesOf = (name: string): number[] => [
  ...new Set([...findGroups(name).flatMap(membersOf), ...findMarked(markOf(name))]),
]

/** What there is of a cluster: nothing, once it is down. */
export function leftovers(name: string): string[] {
  return [
    ...processesOf(name).map((pid) => `process ${pid}`),
    ...findGroups(name).map((group) => `cgroup ${group}`),
    ...(existsSync(folderOf(name)) ? [`folder ${folderOf(name)}`] : []),
  ]
}

export const allClusters = (): string[] =>
  [...new Set([...clusterNames(), ...groupedClusters(prefix)])].toSorted()
