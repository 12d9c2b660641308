/** Joins a sandbox to the network of a cluster's nodes, as a workstation beside them: an address, and nothing beyond. */
import { runProgram } from '#verify/program/index.ts'
import { network } from '#verify/cluster/names.ts'

/** Addresses above those that nodes have. */
export const workstation = (place: number): string => `10.77.0.${100 + (place % 100)}`

export async function plugIn(holder: number, init: number, place: number): Promise<void> {
  const cable = `desk-${place}`
  await run(
    holder,
    `ip link add ${cable} type veth peer name eth0 netns ${init} && ip link set ${cable} master nodes up`,
  )
  const address = `${workstation(place)}/${network.prefixLength}`
  await run(init, `ip link set lo up && ip addr add ${address} dev eth0 && ip link set eth0 up`)
}

async function run(pid: number, command: string): Promise<void> {
  const { code, stderr } = await runProgram('nsenter', [
    '--target',
    String(pid),
    '--net',
    'sh',
    '-c',
    command,
  ])
  if (code !== 0) throw new Error(`k3s: the sandbox could not be joined to the cluster: ${stderr.trim()}`)
}
