/** From the logs of nodes to the few lines that matter, each with a cure where one is known. */
export type Finding = { line: string; cure: string }

type Sign = { pattern: RegExp; cure: string }

const signs: readonly Sign[] = [
  {
    pattern: /kubelet is configured to not run on a host using cgroup v1|failCgroupV1/i,
    cure: 'This kubelet refuses cgroup v1: boot with systemd.unified_cgroup_hierarchy=1, or use --in vm.',
  },
  {
    pattern: /oom_score_adj.*permission denied|failed to write.*oom_score_adj/i,
    cure: 'CAP_SYS_RESOURCE is missing: run it outside the container that dropped it, or use --in vm.',
  },
  {
    pattern: /unknown device type|Unknown device type|failed to (create|add) vxlan|vxlan.*not supported/i,
    cure: 'The kernel has no vxlan: modprobe vxlan (package linux-modules-extra on Ubuntu), or use --in vm.',
  },
  {
    pattern: /iptables.*(Table does not exist|can't initialize|not found)|exec: "iptables"/i,
    cure: 'iptables does not work here: install iptables, and modprobe ip_tables or nf_tables.',
  },
  {
    pattern: /overlayfs.*(not supported|is not supported)|failed to mount overlay/i,
    cure: 'The kernel cannot lay overlayfs here: modprobe overlay, or use --in vm.',
  },
  {
    pattern: /bind: address already in use/i,
    cure: 'A port is taken inside the node: another k3s in it? Try down and up.',
  },
  {
    pattern: /failed to pull image|ErrImagePull|not found: .*nodebook\.local/i,
    cure: 'An image is not there: clusters have no registry; the toolbox is nodebook.local/toolbox:1.',
  },
  { pattern: /no space left on device/i, cure: 'The memory or disk under the node is full.' },
  {
    pattern: /cgroups?: cgroup mountpoint does not exist|failed to find .*cgroup/i,
    cure: 'A controller is not mounted; npm run doctor says which version of cgroups is.',
  },
  {
    pattern: /runc.*(too old|version)|shim.*exec format error/i,
    cure: 'Its runc does not run here; use a released k3s, or runc ≥ 1.3.2 beside your own.',
  },
  {
    pattern: /nodebook: fault (.*)/,
    cure: 'This step of making a node failed; root, with all capabilities, is needed.',
  },
]

/** k3s says it on its way out, with exit status 0; of a machine QEMU, its kernel or its first program says it. */
const endings =
  /Shutdown request received|level=fatal|^panic:|nodebook: k3s ended|Kernel panic|nodebook: the guest could not|^qemu-system/

export function diagnose(log: string): Finding[] {
  const lines = log.split('\n')
  const found = signs.flatMap(({ pattern, cure }) => {
    const line = lines.findLast((each) => pattern.test(each))
    return line === undefined ? [] : [{ line: shorten(line), cure }]
  })
  if (found.length > 0) return found
  return lines
    .filter((line) => endings.test(line))
    .slice(-3)
    .map((line) => ({ line: shorten(line), cure: '' }))
}

/** logrus' `msg="…"`, or the line. */
function shorten(line: string): string {
  const message = /msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.replaceAll('\\"', '"') ?? line
  return message.length > 300 ? `${message.slice(0, 300)}…` : message
}
