/**
 * Looks over the machine for anything that a run has left, without the code that makes or removes sandboxes: by the
 * token that the transcripts put into every name, and by the run's own name.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function findLeftovers(token: string, runner: number): string[] {
  const run = new RegExp(`nodebook-run-\\d+-${runner}-`)
  const is = (text: string) => text.includes(token) || run.test(text)
  return [
    ...processes().flatMap(({ pid, ...texts }) =>
      Object.entries(texts).flatMap(([what, text]) => (is(text) ? [`process ${pid} (by its ${what})`] : [])),
    ),
    ...lines('/proc/self/mounts')
      .filter(is)
      .map((line) => `mount ${line}`),
    ...list('/sys/class/net')
      .filter(is)
      .map((name) => `link ${name}`),
    ...list('/run/netns')
      .filter(is)
      .map((name) => `network namespace ${name}`),
    ...list(tmpdir())
      .filter((name) => run.test(name))
      .map((name) => `folder ${name}`),
    ...list('/sys/block')
      .filter((name) => is(read(`/sys/block/${name}/loop/backing_file`)))
      .map((name) => `loop device ${name}`),
    ...cgroups()
      .filter(is)
      .map((path) => `cgroup ${path}`),
    ...rules()
      .filter(is)
      .map((rule) => `rule ${rule}`),
  ]
}

type Process = { pid: string; command: string; mounts: string }

/** The watchdog's own command line names the run, and so does a runner's that is given the folder. */
function processes(): Process[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`), mounts: read(`/proc/${pid}/mountinfo`) }))
    .filter(({ pid }) => !/^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`)))
}

function cgroups(): string[] {
  const mounts = lines('/proc/self/mounts').map((line) => line.split(' '))
  const roots = mounts.filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
  return roots.flatMap(([, root = '']) => list(root).map((name) => join(root, name)))
}

function rules(): string[] {
  try {
    return execFileSync('iptables', ['-S'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')
  } catch {
    return []
  }
}

const lines = (path: string): string[] => read(path).split('\n')

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
