/** Joins a sandbox to the network of a cluster's nodes, as a workstation beside them: an address, and nothing beyond. */
import { runProgram } from '#verify/program/index.ts'
import { network } from '#verify/cluster/names.ts'

/** Addresses above those that nodes have. */
const first = 100
const most = 100

/** The first free number: its name in the nodes' network is what two runs at once cannot both take. */
const connect = (init: number): string => `
n=1
until said=$(ip link add desk-$n type veth peer name eth0 netns ${init} 2>&1); do
  n=$((n + 1))
  [ $n -le ${most} ] || { echo "$said" >&2; exit 1; }
done
ip link set desk-$n master nodes up && echo $n`

export async function plugIn(holder: number, init: number): Promise<void> {
  const number = Number(await run(holder, connect(init)))
  const address = `10.77.0.${first + number}/${network.prefixLength}`
  await run(init, `ip link set lo up && ip addr add ${address} dev eth0 && ip link set eth0 up`)
}

async function run(pid: number, command: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram('nsenter', [
    '--target',
    String(pid),
    '--net',
    'sh',
    '-c',
    command,
  ])
  if (code !== 0) throw new Error(`k3s: the sandbox could not be joined to the cluster: ${stderr.trim()}`)
  return stdout
}
