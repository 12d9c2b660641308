import type { Facts, Target } from '#transcript'
import type { Environment } from './types.ts'

/** What `@when` may ask of a target; read from a record too, so that it can be matched again without the machine. */
export function factsOf(environment: Environment, target: Target): Facts {
  const { kernel, architecture, cgroup, bash, user, iptables, k3s, containerd, runc, accelerator } =
    environment
  const facts = {
    target,
    kernel,
    arch: architecture,
    cgroup,
    bash,
    user,
    iptables,
    k3s: k3s?.version,
    containerd,
    runc,
    accelerator,
  }
  return Object.fromEntries(
    Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined),
  )
}
