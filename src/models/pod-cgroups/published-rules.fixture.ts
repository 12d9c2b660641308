/**
 * A second reading of the published rules, for the test alone: line by line after kubelet 1.36.2 and runc, in their own
 * order, with nothing taken from the model or from #kubernetes. Numbers are plain: CPU in thousandths, memory in bytes.
 *
 * kubelet: cm/helpers_linux.go (MilliCPUToShares, MilliCPUToQuota, ResourceConfigForPod), cm/cgroup_manager_linux.go
 * (getCPUWeight, toResources), cm/qos_container_manager_linux.go, cm/node_container_manager_linux.go,
 * kuberuntime_container_linux.go (calculateLinuxResources), qos/policy.go; component-helpers/resource (KEP-753);
 * apis/core/v1/helper/qos; opencontainers/cgroups utils.go (ConvertCPUSharesToCgroupV2Value) and its predecessor.
 */

export type Numbers = { cpu?: number; memory?: number }
export type PlainContainer = { name: string; sidecar: boolean; requests: Numbers; limits: Numbers }
export type PlainPod = {
  init: PlainContainer[]
  main: PlainContainer[]
  overhead: Numbers
  critical: boolean
}
export type PlainNode = {
  cpu: number
  memory: number
  reservedCpu: number
  reservedMemory: number
  pids: number
  podPids: number
}
export type How = { v2: boolean; newFormula: boolean; neighbours: number }

const keys = ['cpu', 'memory'] as const

function getPodQos(pod: PlainPod): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const requests: Numbers = {}
  const limits: Numbers = {}
  let isGuaranteed = true
  for (const container of [...pod.main, ...pod.init]) {
    for (const key of keys) {
      const quantity = container.requests[key]
      if (quantity !== undefined && quantity > 0) requests[key] = (requests[key] ?? 0) + quantity
    }
    const found = new Set<string>()
    for (const key of keys) {
      const quantity = container.limits[key]
      if (quantity !== undefined && quantity > 0) {
        found.add(key)
        limits[key] = (limits[key] ?? 0) + quantity
      }
    }
    if (found.size < 2) isGuaranteed = false
  }
  if (Object.keys(requests).length === 0 && Object.keys(limits).length === 0) return 'BestEffort'
  if (isGuaranteed) for (const key of keys) if (requests[key] !== limits[key]) isGuaranteed = false
  return isGuaranteed ? 'Guaranteed' : 'Burstable'
}

/** AggregateContainerRequests, AggregateContainerLimits: the callback is told what the kubelet's is told. */
function aggregate(
  pod: PlainPod,
  which: 'requests' | 'limits',
  tell: (list: Numbers) => void = () => {},
): Numbers {
  const sum: Numbers = {}
  const add = (to: Numbers, from: Numbers) => {
    for (const key of keys) if (from[key] !== undefined) to[key] = (to[key] ?? 0) + from[key]
  }
  for (const container of pod.main) {
    tell(container[which])
    add(sum, container[which])
  }
  const restartable: Numbers = {}
  const initial: Numbers = {}
  for (const container of pod.init) {
    let list: Numbers
    if (container.sidecar) {
      add(sum, container[which])
      add(restartable, container[which])
      list = restartable
    } else {
      list = {}
      add(list, container[which])
      add(list, restartable)
    }
    tell(list)
    for (const key of keys)
      if (list[key] !== undefined && (initial[key] === undefined || list[key] > initial[key]))
        initial[key] = list[key]
  }
  for (const key of keys)
    if (initial[key] !== undefined && (sum[key] === undefined || initial[key] > sum[key]))
      sum[key] = initial[key]
  return sum
}

function podRequests(pod: PlainPod): Numbers {
  const sum = aggregate(pod, 'requests')
  for (const key of keys) if (pod.overhead[key] !== undefined) sum[key] = (sum[key] ?? 0) + pod.overhead[key]
  return sum
}

function podLimits(pod: PlainPod, tell: (list: Numbers) => void): Numbers {
  const sum = aggregate(pod, 'limits', tell)
  for (const key of keys) {
    const limit = sum[key]
    if (pod.overhead[key] !== undefined && limit !== undefined && limit !== 0)
      sum[key] = limit + pod.overhead[key]
  }
  return sum
}

function milliCpuToShares(milli: number): number {
  if (milli === 0) return 2
  const shares = Math.floor((milli * 1024) / 1000)
  if (shares < 2) return 2
  return shares > 262144 ? 262144 : shares
}

function milliCpuToQuota(milli: number): number {
  if (milli === 0) return 0
  const quota = Math.floor((milli * 100000) / 1000)
  return quota < 1000 ? 1000 : quota
}

function kubeletWeight(shares: number): number {
  if (shares >= 262144) return 10000
  return 1 + Math.floor(((shares - 2) * 9999) / 262142)
}

function runtimeWeight(shares: number, newFormula: boolean): number {
  if (!newFormula) return kubeletWeight(shares)
  if (shares <= 2) return 1
  if (shares >= 262144) return 10000
  const l = Math.log2(shares)
  const exponent = (l * l + 125 * l) / 612.0 - 7.0 / 34.0
  return Math.ceil(Math.pow(10, exponent))
}

type Written = { shares?: number; quota?: number; memory?: number; pids?: number }

/** What a group reads back, of which these were written; `weigh` is whose formula it was. */
function read(written: Written, how: How, weigh: (shares: number) => number): Record<string, string> {
  const pages = (bytes: number) => String(Math.floor(bytes / 4096) * 4096)
  const pids = written.pids === undefined ? 'max' : String(written.pids)
  if (how.v2)
    return {
      'cpu.weight': String(written.shares === undefined ? 100 : weigh(written.shares)),
      'cpu.max': `${written.quota ? written.quota : 'max'} 100000`,
      'memory.max': written.memory ? pages(written.memory) : 'max',
      'pids.max': pids,
    }
  return {
    'cpu.shares': String(written.shares ?? 1024),
    'cpu.cfs_quota_us': written.quota ? String(written.quota) : '-1',
    'cpu.cfs_period_us': '100000',
    'memory.limit_in_bytes': written.memory ? pages(written.memory) : '9223372036854771712',
    'pids.max': pids,
  }
}

function oomScoreAdj(pod: PlainPod, container: PlainContainer, capacity: number): number {
  if (pod.critical) return -997
  const qos = getPodQos(pod)
  if (qos === 'Guaranteed') return -997
  if (qos === 'BestEffort') return 1000
  let adjust = 1000 - Math.trunc((1000 * (container.requests.memory ?? 0)) / capacity)
  if (container.sidecar) {
    let least = pod.main[0]?.requests.memory ?? 0
    for (const each of pod.main.slice(1))
      if ((each.requests.memory ?? 0) < least) least = each.requests.memory ?? 0
    const leastAdjust = 1000 - Math.trunc((1000 * least) / capacity)
    if (adjust > leastAdjust) adjust = leastAdjust
  }
  if (adjust < 3) return 3
  return adjust === 1000 ? 999 : adjust
}

/** Every file by `<path> <file>`. */
export function publishedFiles(pod: PlainPod, node: PlainNode, how: How): Record<string, string> {
  const all: Record<string, string> = {}
  const put = (path: string, files: Record<string, string>) => {
    for (const [file, value] of Object.entries(files)) all[`${path} ${file}`] = value
  }
  const qos = getPodQos(pod)
  const requests = podRequests(pod)
  put(
    'kubepods',
    read(
      {
        shares: milliCpuToShares(node.cpu - node.reservedCpu),
        memory: node.memory - node.reservedMemory,
        pids: node.pids,
      },
      how,
      kubeletWeight,
    ),
  )
  let parent = 'kubepods'
  if (qos === 'Burstable') {
    parent = 'kubepods/burstable'
    put(parent, read({ shares: milliCpuToShares((requests.cpu ?? 0) + how.neighbours) }, how, kubeletWeight))
  }
  if (qos === 'BestEffort') {
    parent = 'kubepods/besteffort'
    put(parent, read({ shares: 2 }, how, kubeletWeight))
  }

  let cpuDeclared = true
  let memoryDeclared = true
  const limits = podLimits(pod, (list) => {
    if (!list.cpu) cpuDeclared = false
    if (!list.memory) memoryDeclared = false
  })
  const config: Written = node.podPids > 0 ? { pids: node.podPids } : {}
  if (qos === 'BestEffort') config.shares = 2
  else {
    config.shares = milliCpuToShares(requests.cpu ?? 0)
    if (qos === 'Guaranteed' || cpuDeclared) config.quota = milliCpuToQuota(limits.cpu ?? 0)
    if (qos === 'Guaranteed' || memoryDeclared) config.memory = limits.memory ?? 0
  }
  const path = `${parent}/pod<uid>`
  put(path, read(config, how, kubeletWeight))

  for (const container of [...pod.init, ...pod.main]) {
    const own: Written = {
      shares: milliCpuToShares(container.requests.cpu ?? container.limits.cpu ?? 0),
      quota: milliCpuToQuota(container.limits.cpu ?? 0),
      memory: container.limits.memory ?? 0,
    }
    put(`${path}/<${container.name}>`, {
      ...read(own, how, (shares) => runtimeWeight(shares, how.newFormula)),
      ...(how.v2 ? { 'memory.oom.group': '1' } : {}),
      oom_score_adj: String(oomScoreAdj(pod, container, node.memory)),
    })
  }
  put(`${path}/<pause>`, {
    ...read({ shares: 2 }, how, (shares) => runtimeWeight(shares, how.newFormula)),
    ...(how.v2 ? { 'memory.oom.group': '0' } : {}),
    oom_score_adj: '-998',
  })
  return all
}
