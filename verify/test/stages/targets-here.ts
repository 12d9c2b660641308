/** Which targets this machine could replay on, as the doctor sees it. */
import type { Target } from '#transcript'
import { probe, type Facts } from '../../doctor/index.ts'

export const targetsHere = async (): Promise<Set<Target>> => targetsOf(await probe())

export function targetsOf(facts: Facts): Set<Target> {
  const can: Record<Target, boolean> = {
    host: facts.linux && facts.bash !== undefined && facts.namespaces.state === 'allowed',
    vm: facts.linux && facts.qemu !== undefined && facts.vmKernel !== undefined,
    k3s: facts.k3s !== undefined,
  }
  return new Set((Object.keys(can) as Target[]).filter((target) => can[target]))
}
