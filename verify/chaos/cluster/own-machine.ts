/**
 * A machine for the cycles alone: namespaces in which nobody else starts processes, mounts, or makes links and rules. So
 * what is there before and after can be compared to the last line on a machine where others work. The cluster's own code
 * does what it does anywhere. Shared with the machine below: cgroups, kernel settings, and the cache.
 */
import { spawn } from 'node:child_process'

const mark = 'NODEBOOK_CHAOS_MACHINE'

export const isOwnMachine = (env = process.env): boolean => env[mark] === '1'

/** Its first process is a shell that takes in orphans, as a machine's is: so the last command may not take its place. */
const script = `
mount -n -t tmpfs -o mode=755 nodebook /run && mkdir -m 1777 /run/tmp && ip link set lo up || exit 3
"$@"
exit $?
`

/** Runs this program there with the same words; resolves with its exit status. */
export function onOwnMachine(program: string, words: readonly string[]): Promise<number> {
  const namespaces = ['--mount', '--net', '--pid', '--ipc', '--uts']
  const shell = ['bash', '--norc', '-c', script, 'bash', process.execPath, program, ...words]
  const child = spawn('unshare', [...namespaces, '--fork', '--kill-child', '--mount-proc', '--', ...shell], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1', TMPDIR: '/run/tmp' },
  })
  // Ctrl-C reaches the cycles themselves; what they leave is taken down after them.
  process.on('SIGINT', () => {})
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
