/** What was found on a machine: the only thing the rows look at, so that any machine can be made up in a test. */
export const systems = ['debian', 'fedora', 'arch', 'macos'] as const
export type System = (typeof systems)[number]

export type Facts = {
  /** Undefined where it is none of the four. */
  system: System | undefined
  linux: boolean
  root: boolean
  /** Versions as the programs print them; undefined where the program is not there. */
  systemNode: string | undefined
  projectNode: string | undefined
  bash: string | undefined
  /** `refused` carries what unshare said. */
  namespaces: { state: 'allowed' } | { state: 'refused'; said: string } | { state: 'no-unshare' }
  cgroup: 'v1' | 'v2' | 'hybrid' | undefined
  iproute2: string | undefined
  nft: string | undefined
  iptables: string | undefined
  chromium: string | undefined
  qemu: string | undefined
  /** The path of a kernel that a vm could boot. */
  vmKernel: string | undefined
  /** `useless` where it can be opened and guests still do not run, as inside many virtual machines. */
  kvm: 'usable' | 'useless' | 'forbidden' | 'none'
  python: string | undefined
  venv: boolean
  k3s: string | undefined
  docker: string | undefined
}
