/** Every target there is, loaded when it is asked for. */
import type { Target as TargetName } from '#transcript'
import type { Target } from './types.ts'

export type TargetOptions = {
  /** Of a cluster that exists and may be broken. */
  kubeconfig?: string
}

const loaders: Partial<Record<TargetName, (options: TargetOptions) => Promise<Target>>> = {
  host: async () => (await import('./host/index.ts')).createHostTarget(),
  vm: async () => (await import('./vm/index.ts')).createVmTarget(),
  k3s: async (options) => (await import('./k3s/index.ts')).createK3sTarget(options),
}

export async function loadTargets(
  names: Iterable<TargetName>,
  options: TargetOptions = {},
): Promise<Map<TargetName, Target>> {
  const targets = new Map<TargetName, Target>()
  for (const name of new Set(names)) {
    const target = await loaders[name]?.(options)
    if (target) targets.set(name, target)
  }
  return targets
}

export type * from './types.ts'
