import type { Fault, Resource } from '#models/pod-cgroups'
import type { Wording } from './types.ts'

const grouped = (number: number): string => number.toLocaleString('en')

const units = ['Ki', 'Mi', 'Gi', 'Ti'] as const

/** 能整除才写成清单里的样子，否则写字节数。 */
const bytes = (number: number): string => {
  const power = units.findLastIndex((_, at) => number > 0 && number % 1024 ** (at + 1) === 0)
  return power === -1 ? `\`${grouped(number)}\`` : `\`${number / 1024 ** (power + 1)}${units[power]}\``
}

const amount = (resource: Resource, number: number): string =>
  resource === 'cpu' ? `\`${number}m\`` : bytes(number)

const named = { cpu: ' CPU ', memory: '内存' } as const

const place = ({ container, which, resource }: Fault): string => `\`${container}\` 的 ${which}.${resource}`

export const zhCn: Wording = {
  reasons: {
    'pod-cgroups/guaranteed': () =>
      '每个容器的 CPU 和内存都写了 limit，request 也与之相等，所以是 Guaranteed。这一类的 Pod 直接放在 `kubepods` 下面。',
    'pod-cgroups/burstable': () =>
      '写了 request 或 limit，但不是每个容器的 CPU 和内存都两样齐全且相等，所以是 Burstable。',
    'pod-cgroups/best-effort': () => '没有一个容器为 CPU 或内存写过 request 或 limit，所以是 BestEffort。',
    'pod-cgroups/containers-sum': (_, { resource, parts, total }) =>
      `容器和 sidecar 同时运行，所以相加：${parts.map((part) => amount(resource, part.amount)).join(' + ')} = ${amount(resource, total)}。`,
    'pod-cgroups/init-peak': (_, { resource, container, amount: most, together }) =>
      `启动阶段跑 \`${container}\` 时，连同排在它前面的 sidecar 一共要 ${amount(resource, most)}，比 ${amount(resource, together)} 多，所以按它算。`,
    'pod-cgroups/overhead': (_, { resource, amount: added, total }) =>
      `RuntimeClass 还要为沙箱加上 ${amount(resource, added)}，合计 ${amount(resource, total)}。`,
    'pod-cgroups/request-from-limit': (_, { resource, amount: taken }) =>
      `没写${named[resource]}的 request，API server 就照 limit 补上：${amount(resource, taken)}。`,
    'pod-cgroups/neighbours': (_, { own, others }) =>
      `整个节点的 Burstable Pod 加在一起：这个 \`${own}m\`，其余 \`${others}m\`。kubelet 每分钟重算一次。`,
    'pod-cgroups/shares': (_, { milli, shares }) => `份额：${milli} × 1024 ÷ 1000 = ${shares}，舍去小数。`,
    'pod-cgroups/shares-least': (_, { milli }) => `\`${milli}m\` 折算下来不足 2，而份额最少就是 2。`,
    'pod-cgroups/shares-most': (_, { milli }) => `\`${milli}m\` 折算下来超过了上限 262144，只取 262144。`,
    'pod-cgroups/weight-linear': (_, { shares, weight, by }) =>
      `${by === 'kubelet' ? '这一层由 kubelet 自己写，用的仍是旧公式' : '1.3.2 之前的 runc'}：1 + (${shares} − 2) × 9999 ÷ 262142 = ${weight}，舍去小数。`,
    'pod-cgroups/weight-logarithmic': (_, { shares, weight }) =>
      `runc 1.3.2 起，crun 也一样：设 L = log₂ ${shares}，10^((L² + 125 L) ÷ 612 − 7 ÷ 34) = ${weight}，向上取整。这样 1024 份正好是权重 100，两边的默认值对上了。`,
    'pod-cgroups/quota': (_, { milli, quota }) =>
      `${milli} × 100000 ÷ 1000 = ${quota}：每 100000 µs 的周期里最多用 ${quota} µs 的 CPU 时间。`,
    'pod-cgroups/quota-least': (_, { milli }) =>
      `\`${milli}m\` 折算下来每个周期不到 1 ms，而内核不接受低于 1000 µs 的配额。`,
    'pod-cgroups/memory': (_, { bytes: number }) => `${bytes(number)} 即 ${grouped(number)} 字节。`,
    'pod-cgroups/whole-pages': (_, { bytes: number, read }) =>
      `内核按 4096 字节的页计数，零头舍去：写进 ${grouped(number)}，读出来是 ${grouped(read)}。`,
    'pod-cgroups/no-limit': (_, { resource }) => `没写${named[resource]}的 limit，这一层就不设上限。`,
    'pod-cgroups/limit-missing': (_, { resource, container }) =>
      `\`${container}\` 没写${named[resource]}的 limit，整个 Pod 也就没有上限。`,
    'pod-cgroups/allocatable': (_, { resource, capacity, reserved }) =>
      `节点共有 ${amount(resource, capacity)}，给系统和 kubelet 留下 ${amount(resource, reserved)}，剩下的归 Pod。`,
    'pod-cgroups/not-written': () => '没有谁写过这个文件，读到的是内核的默认值。',
    'pod-cgroups/pids': (_, { pids, of }) =>
      of === 'node'
        ? `这个节点的内核最多允许 ${pids} 个进程。`
        : `kubelet 的 \`podPidsLimit\`：${pids}。限的是整个 Pod，不是单个容器。`,
    'pod-cgroups/dies-together': () =>
      '在 v2 上，kubelet 会这样要求：容器里有一个进程因内存不足被杀，其余的也一起杀掉。`singleProcessOOMKill: true` 可以改回只杀一个。',
    'pod-cgroups/adj-critical': () => '`system-node-critical`：不管请求多少，一律 −997。',
    'pod-cgroups/adj-guaranteed': () => 'Guaranteed：−997。节点内存耗尽时，最后才轮到它。',
    'pod-cgroups/adj-best-effort': () => 'BestEffort：1000。节点内存耗尽时，最先轮到它。',
    'pod-cgroups/adj-by-request': (_, { bytes: request, capacity, adj }) =>
      `1000 − 1000 × ${grouped(request)} ÷ ${grouped(capacity)} = ${adj}：请求的内存占节点的比例越大，就越安全。`,
    'pod-cgroups/adj-sidecar': (_, { bytes: request, adj }) =>
      `sidecar 不该死在它所服务的容器前面。各容器的内存 request 最小是 ${bytes(request)}，对应 ${adj}。`,
    'pod-cgroups/adj-within': (_, { adj, kept }) =>
      `${adj} 改为 ${kept}：Burstable 容器总在 3 到 999 之间，好夹在另外两类中间。`,
    'pod-cgroups/pause': () =>
      '这是 containerd 给沙箱定的值：−998。Pod 的命名空间靠它撑着，得让它比容器活得久。',
  },
  levels: { node: '全部 Pod', class: 'QoS 类', pod: '这个 Pod', container: '容器' },
  faults: {
    'no-quantity': (fault) => `${place(fault)}：要写成 \`250m\`、\`64Mi\` 这样的数量。`,
    'request-above-limit': (fault) => `${place(fault)}：request 大过 limit，API server 不收。`,
    'too-large': (fault) => `${place(fault)}：没有这么大的机器。`,
  },
  leftOut: {
    'memory-qos': '`memory.min`、`memory.low`、`memory.high`：MemoryQoS 还是 alpha，默认关闭。',
    'pod-level-resources': '整个 Pod 一级的资源（`spec.resources`）。',
    resize: '原地调整大小。',
    'cpu-manager': '独占 CPU（`cpuset.cpus`）：static 策略还会去掉配额。',
    swap: '交换空间：没有配置 LimitedSwap 时，`memory.swap.max` 为 0。',
    hugepages: '大页：`hugetlb.*`。',
    'qos-reserved': 'alpha 特性 QOSReserved：它会给各类的内存设上限。',
    'systemd-names': 'systemd 驱动下的名字：`kubepods-burstable-pod….slice`，值都一样。',
    'kubelet-flags': '改过的 CFS 周期、关掉的配额、不按类分组，以及运行时自己的进程数限制。',
    'device-claims': '设备申领（DRA）。',
  },
  pods: {
    burstable: { name: '先要一点，有空再多用', about: 'request 小于 limit：Burstable。' },
    guaranteed: { name: '要多少用多少', about: 'request 等于 limit：Guaranteed。' },
    'best-effort': { name: '什么也不要', about: '既没有 request 也没有 limit：BestEffort。' },
    'one-without': { name: '有一个没写 limit', about: '一个容器没写，整个 Pod 就都没有了。' },
    sidecar: { name: 'sidecar 加 init 容器', about: '一起运行的，就一起算。' },
  },
}
