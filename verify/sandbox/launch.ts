/** Starts the first process of a sandbox: the programs that make its namespaces, and the script that furnishes them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { getPriority, homedir } from 'node:os'
import { join } from 'node:path'
import { shellSettings } from '#ledger/shell-settings.ts'
import type { Own } from './cgroups.ts'
import { mapsRange, type Shape } from './needs.ts'
import { isRoot, type SandboxUser } from './user.ts'

export type Launch = {
  work: string
  shape: Shape
  dropTo?: SandboxUser | undefined
  cgroups?: Own | undefined
  /** Goes with the first process's last report, so that a command can't imitate it. */
  token: string
  /** Ends with the runner, unless it is to be kept. */
  keep: boolean
  stdio: readonly ('inherit' | 'ignore' | 'pipe' | number)[]
  /** A shell for a person instead of one for the engine. */
  enter?: boolean
  /** A folder of programs that stand before those of the machine; no space in its name. */
  programs?: string | undefined
}

const script = readFileSync(join(import.meta.dirname, 'init.sh'), 'utf8')

/** The command line, outermost first: join cgroups, drop to the user, make namespaces, furnish. */
export function commandLine(launch: Launch): string[] {
  const { shape, dropTo, cgroups, keep } = launch
  const join =
    cgroups === undefined
      ? []
      : ['bash', '--norc', '-c', joinGroups, 'bash', String(cgroups.join.length), ...cgroups.join]
  const drop =
    dropTo === undefined ? [] : [`--reuid=${dropTo.uid}`, `--regid=${dropTo.gid}`, '--clear-groups']
  const privileges = [...drop, ...(keep ? [] : ['--pdeathsig=KILL'])]
  // Uids that the runner has mapped can't be mapped once more from inside.
  const inner = shape.hostRoot || mapsRange(shape) ? [] : namespaces(launch)
  const own = [
    ...(privileges.length === 0 ? [] : ['setpriv', ...privileges, '--']),
    'unshare',
    ...(inner.length === 0 ? namespaces(launch) : asRoot),
  ]
  const { directory, hostname, terminal } = shellSettings
  const words = furnishing(launch).join(' ')
  const size = [String(terminal.rows), String(terminal.columns)]
  const furnish = [
    script,
    'nodebook-init',
    launch.work,
    directory,
    hostname,
    words,
    launch.token,
    ...size,
    inner.join(' '),
  ]
  return [...join, ...own, '--', 'bash', '--norc', '-c', ...furnish, ...covered(shape)]
}

/** $1 groups follow; the program after them starts inside. */
const joinGroups =
  'for ((n = $1; n > 0; n--)); do shift; echo $$ >"$1/cgroup.procs" || exit; done; shift; exec "$@"'

/** The outer user namespace owns nothing but the mounts that hide the machine. */
const asRoot = ['--user', '--map-root-user', '--mount']

function namespaces({ shape, cgroups, keep }: Launch): string[] {
  const user = shape.hostRoot ? [] : ['--user', ...(shape.uidRange ? [] : ['--map-root-user'])]
  const pid = shape.hostPid ? [] : ['--pid', '--mount-proc']
  const cgroup = cgroups === undefined ? [] : ['--cgroup']
  const end = keep ? [] : ['--kill-child']
  return [...user, '--mount', '--net', '--uts', '--ipc', ...cgroup, ...pid, '--fork', ...end]
}

function furnishing({ shape, cgroups, enter, programs }: Launch): string[] {
  return [
    ...(shape.hostRoot ? [] : ['read-only']),
    ...(mapsRange(shape) ? ['await-map'] : []),
    ...(shape.tty ? ['tty'] : []),
    ...(enter ? ['enter'] : []),
    ...(programs === undefined ? [] : [`programs:${programs}`]),
    ...(cgroups?.folders.map(({ hierarchy, folder }) => `cgroup:${folder}:${hierarchy.mount}`) ?? []),
  ]
}

/** The runner's own home may stand elsewhere. */
function covered({ hostRoot }: Shape): string[] {
  const home = homedir()
  const inside = shellSettings.covered.some((folder) => home === folder || home.startsWith(`${folder}/`))
  return [...shellSettings.covered, ...(inside || home === '/' || hostRoot ? [] : [home])]
}

/** `ps` shows a niceness, so a run that was started under `nice` takes it back where it may: as root. */
function evened(command: readonly string[], niceness = getPriority()): readonly string[] {
  return niceness > 0 && isRoot() ? ['nice', '-n', String(-niceness), ...command] : command
}

export function launch(order: Launch): ChildProcess {
  const [program = '', ...args] = evened(commandLine(order))
  return spawn(program, args, {
    stdio: [...order.stdio],
    env: { ...shellSettings.environment, ...(order.enter ? terminalOf(process.env) : {}) },
    cwd: '/',
    // A session of its own: `kill 0` would reach the runner's process group, and /dev/tty its terminal.
    detached: !order.enter,
  })
}

/** A person's own terminal is no dumb one. */
const terminalOf = ({ TERM }: NodeJS.ProcessEnv): Record<string, string> =>
  TERM === undefined ? {} : { TERM }
