/** Puts the kubeconfig into the home of a sandbox, as the user behind its uid 0: nobody else can own a file there. */
import { shellSettings } from '#ledger/shell-settings.ts'
import { runProgram } from '#verify/program/index.ts'
import { userToDropTo } from '#verify/sandbox/index.ts'

const script = 'umask 077; mkdir -p "$HOME/.kube"; cat >"$HOME/.kube/config"'

export async function writeKubeconfig(init: number, kubeconfig: string): Promise<void> {
  const user = userToDropTo()
  const drop = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--'] : ['--']
  const enter = ['nsenter', '--target', String(init), '--user', '--preserve-credentials', '--mount', '--']
  const { code, stderr } = await runProgram('setpriv', [...drop, ...enter, 'sh', '-c', script], {
    input: kubeconfig,
    env: { HOME: shellSettings.environment.HOME },
  })
  if (code !== 0) throw new Error(`k3s: the sandbox's kubeconfig could not be written: ${stderr.trim()}`)
}
