/** Starts what outlives the tool, in the cgroups of its cluster, by which it is found whatever becomes of the tool. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** $1 groups follow; the program after them starts inside. */
const join =
  'for ((n = $1; n > 0; n--)); do shift; echo $$ >"$1/cgroup.procs" || exit; done; shift; exec "$@"'

const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C.UTF-8',
  HOME: '/root',
}

export function launch(
  groups: readonly string[],
  command: readonly string[],
  stdio: ('ignore' | 'pipe' | number)[],
): ChildProcess {
  const args = ['--norc', '-c', join, 'bash', String(groups.length), ...groups, ...command]
  const child = spawn('bash', args, { stdio, env: environment, cwd: '/', detached: true })
  child.unref()
  return child
}

/** The process at the end of a chain of programs that each wait for a child: `nsenter --pid`, `unshare --fork`. */
export async function processBehind(child: ChildProcess, chain: readonly string[]): Promise<number> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(5)) {
    const found = child.pid === undefined ? undefined : behind(child.pid, chain)
    if (found !== undefined) return found
  }
  throw new Error('cluster: a process of it did not start.')
}

/** Undefined as long as it is not there. */
function behind(pid: number, [program, ...others]: readonly string[]): number | undefined {
  if (program === undefined) return pid
  if (readText(`/proc/${pid}/comm`).trim() !== program) return undefined
  const [child] = readText(`/proc/${pid}/task/${pid}/children`).trim().split(' ')
  return child ? behind(Number(child), others) : undefined
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
