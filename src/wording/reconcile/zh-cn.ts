import type { Labels } from '#models/reconcile'
import type { Wording } from './types.ts'

const code = (text: string | number): string => `\`${text}\``

const labelled = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => code(`${key}=${value}`))
    .join('、')

const scaled = (set: string, from: number, to: number): string => `${code(set)} 从 ${from} 改为 ${to}`

export const zhCn: Wording = {
  reasons: {
    'reconcile/new-set': (_, { set, image, replicas }) =>
      `还没有哪个 ReplicaSet 用 ${code(image)} 的模板，于是新建 ${code(set)}，一开始要 ${replicas} 个。`,
    'reconcile/grow-new': (_, { set, from, to, wanted, surge, all }) =>
      `${scaled(set, from, to)}。一共要 ${wanted} 个，最多可以多 ${surge} 个；改之前各个 ReplicaSet 合起来要 ${all} 个。`,
    'reconcile/surge-spent': (_, { set, wanted, surge, all }) =>
      `${code(set)} 不能再加：各个 ReplicaSet 合起来已经要 ${all} 个，上限是 ${wanted} + ${surge}。`,
    'reconcile/shrink-new': (_, { set, from, to }) => `${scaled(set, from, to)}：用不着更多。`,
    'reconcile/drop-unready-old': (_, { set, from, to, available }) =>
      `${scaled(set, from, to)}。它的 Pod 只有 ${available} 个可用，其余的去掉也没人察觉。`,
    'reconcile/shrink-old': (_, { set, from, to, available, least }) =>
      `${scaled(set, from, to)}：可用的有 ${available} 个，至少要 ${least} 个。`,
    'reconcile/keep-available': (_, { available, least, unready }) =>
      `旧 Pod 一个也不能动：可用的有 ${available} 个，至少要 ${least} 个${unready > 0 ? `；新的还有 ${unready} 个没就绪` : ''}。`,
    'reconcile/scale-only': (_, { set, from, to }) =>
      `有人改了 Deployment 的副本数。只有一个 ReplicaSet 要管，于是 ${scaled(set, from, to)}。`,
    'reconcile/scale-proportionally': (_, { set, from, to, most, before }) =>
      `更新到一半改了副本数，各个 ReplicaSet 按比例分：${scaled(set, from, to)}（上限从 ${before} 变成 ${most}）。`,
    'reconcile/empty-old-sets': (_, { set, from }) =>
      `新的 ReplicaSet 已经齐了，所以即使暂停着，${scaled(set, from, 0)}。`,
    'reconcile/paused': (_, { image }) => `暂停着：不为 ${code(image)} 的模板新建 ReplicaSet。`,
    'reconcile/recreate-empties-first': (_, { set, from }) =>
      `${code('Recreate')}：先让旧的走。${scaled(set, from, 0)}。`,
    'reconcile/recreate-waits': (_, { pods }) =>
      `${code('Recreate')}：旧模板的 Pod 还有 ${pods} 个在运行，只好等着。`,
    'reconcile/adopt-set': (_, { set }) => `${code(set)} 没有属主，标签又是这个 Deployment 要选的：收养它。`,
    'reconcile/make-pods': (set, { has, wants }) =>
      `${code(set)} 要 ${wants} 个，现有 ${has} 个：再建 ${wants - has} 个 Pod。`,
    'reconcile/take-pods': (set, { has, wants, unready }) =>
      `${code(set)} 要 ${wants} 个，现有 ${has} 个：删掉 ${has - wants} 个 Pod${unready > 0 ? `，先删没就绪的 ${unready} 个` : ''}。`,
    'reconcile/adopt-pod': (set, { pod, labels }) =>
      `Pod ${pod} 没有属主，标签是 ${labelled(labels)}：${code(set)} 收养它。`,
    'reconcile/release-pod': (set, { pod, labels }) =>
      `Pod ${pod} 的标签成了 ${labelled(labels)}，${code(set)} 选不中：放手，它照样跑。`,
    'reconcile/deleted-owner-rests': (set, { has, wants }) =>
      `${code(set)} 正在被删除。要 ${wants} 个、现有 ${has} 个，已经没人理会。`,
    'reconcile/owner-gone': (subject, { kind }) =>
      kind === 'Pod'
        ? `Pod ${subject} 的属主没了，垃圾回收器把它删掉。`
        : `${code(subject)} 的属主没了，垃圾回收器把它删掉。`,
    'reconcile/dependents-first': (owner, { left }) => `${code(owner)} 最后走：先删它名下的 ${left} 个对象。`,
    'reconcile/owner-last': (owner) => `${code(owner)} 名下已经什么都不剩，现在轮到它自己。`,
    'reconcile/orphan-dependents': (owner, { dependents }) =>
      `${code(owner)} 独自离开：从它名下 ${dependents} 个对象上划掉它的名字。`,
    'reconcile/container-started': (_, { pod }) => `Pod ${pod} 的容器起来了：就绪。`,
    'reconcile/back-off': (_, { pod, restarts, seconds }) =>
      `Pod ${pod} 的容器${restarts > 0 ? `又退出了（重启过 ${restarts} 次）` : '退出了'}。${seconds === 0 ? '马上' : `${seconds} 秒后`}再启动。`,
    'reconcile/pod-ended': (_, { pod }) => `Pod ${pod} 的容器都结束了：它消失了。`,
    'reconcile/accepted': (subject, { what, propagation }) =>
      what === 'object'
        ? 'API server 把它存下来。别的什么都还没发生。'
        : propagation === 'Foreground' || propagation === 'Orphan'
          ? `API server 只给 ${code(subject)} 做了标记：finalizer 还扣着它，暂时删不掉（${propagation}）。`
          : propagation
            ? `API server 立刻去掉 ${code(subject)}；它名下的东西暂时还在。`
            : `Pod ${subject} 被标记删除；容器结束了它才消失。`,
    'reconcile/not-found': (_, { name }) => `没有 ${code(name)}。`,
    'reconcile/already-exists': (_, { name }) => `已经有 ${code(name)} 了。`,
    'reconcile/invalid': (_, facts) =>
      facts.what === 'replicas'
        ? `副本数 ${facts.replicas} 说不通。`
        : `${code(`maxSurge ${facts.maxSurge}`)} 加上 ${code(`maxUnavailable ${facts.maxUnavailable}`)}：永远动不了。`,
  },
  moves: {
    create: ({ name, replicas, image }) => `你创建 Deployment ${code(name)}：${replicas} 个 ${code(image)}`,
    scale: ({ name, replicas }) => `你把 ${code(name)} 的副本数改为 ${replicas}`,
    'scale-set': ({ set, replicas }) =>
      `你绕过 Deployment，把 ReplicaSet ${code(set)} 的副本数改为 ${replicas}`,
    'set-image': ({ name, image }) => `你把 ${code(name)} 的镜像改为 ${code(image)}`,
    pause: ({ name }) => `你暂停 ${code(name)}`,
    resume: ({ name }) => `你恢复 ${code(name)}`,
    delete: ({ name, propagation }) => `你删除 ${code(name)}（${propagation}）`,
    'create-pod': ({ labels, image }) => `你单独创建一个 ${code(image)} 的 Pod，标签 ${labelled(labels)}`,
    'delete-pod': ({ pod }) => `你删除 Pod ${pod}`,
    'relabel-pod': ({ pod, labels }) => `你把 Pod ${pod} 的标签改成只有 ${labelled(labels)}`,
    wait: ({ seconds }) => `过了 ${seconds} 秒`,
    'deployment-controller': () => '轮到 Deployment 控制器',
    'replicaset-controller': () => '轮到 ReplicaSet 控制器',
    'garbage-collector': () => '轮到垃圾回收器',
    kubelet: ({ uid }) => `kubelet 照看 Pod ${uid}`,
  },
  outcomes: {
    done: '完成',
    NotFound: '`NotFound`',
    AlreadyExists: '`AlreadyExists`',
    Invalid: '`Invalid`',
    'no-turn': '没有什么可做的',
  },
  phases: {
    pending: '启动中',
    ready: '就绪',
    'backing-off': 'CrashLoopBackOff',
    terminating: '结束中',
  },
  played: {
    'reconcile/container-started': '容器何时启动：对照时由测试程序扮演 kubelet，轮到它才动。',
    'reconcile/back-off': '退避的时长，原因相同。',
    'reconcile/pod-ended': 'Pod 的容器何时结束，原因相同。',
  },
  leftOut: {
    'stale-caches': '控制器读的是可能落后的缓存；这里它们看到的就是实情。',
    'min-ready-seconds': '`minReadySeconds`：这里就绪即可用。',
    'progress-deadline': '`progressDeadlineSeconds`：到期只是设一个状况。',
    'revision-history': '`revisionHistoryLimit`：旧的空 ReplicaSet 一直留着。',
    rollback: '`kubectl rollout undo`：其实就是更新到旧模板。',
    'pod-deletion-cost': '注解 `pod-deletion-cost`，以及 Pod 分散在几个节点上。',
    nodes: '节点，以及找不到节点的 Pod。',
    quota: '配额，以及拒绝 Pod 的准入。',
    'terminating-replicas': '统计正在结束的 Pod（`terminatingReplicas`）。',
    collisions: '两个模板的哈希相同。',
  },
  scenarios: {
    'deleted-pod': { name: '删掉一个 Pod', about: '要三个，走了一个。' },
    created: { name: '创建 Deployment', about: '只存了一个对象，动起来的有三种。' },
    updated: { name: '滚动更新', about: '最多多一个，一个也不能少。' },
    stuck: { name: '镜像一启动就崩', about: '更新停在半路，以及怎么回头。' },
    recreated: { name: 'Recreate', about: '旧的全走了，新的才来。' },
    relabelled: { name: '标签说了算', about: '把一个 Pod 摘出来看看，再放回去。' },
    overruled: { name: '绕过 Deployment', about: '这个数归谁管？' },
    orphaned: { name: '丢下的，又被捡起', about: '`--cascade=orphan`，和一个同名者。' },
    foreground: { name: '属主最后走', about: '`--cascade=foreground`。' },
  },
  questions: {
    'after-deleted-pod': '三个 Pod 里你删掉一个。一切平静下来后有几个？',
    'after-broken': '新镜像一启动就崩。旧 Pod 还有几个在服务？',
    'after-relabel': '三个 Pod 里，你去掉一个的标签 `app=web`。之后一共有几个 Pod？',
    'after-return': '你把标签还给它。现在呢？',
    'after-scale-set': '你把 ReplicaSet 本身改成 5。一切平静下来后有几个 Pod？',
    'after-orphan': '你删掉 Deployment，留下它名下的东西。之后有几个 Pod？',
    'after-again': '你再创建这个 Deployment。它拿留在那里的 ReplicaSet 怎么办？',
  },
  choices: {
    'no-pods': '一个也没有',
    'two-pods': '2 个',
    'three-pods': '3 个',
    'four-pods': '4 个',
    'five-pods': '5 个',
    'old-serve': '3 个都在',
    'fewer-old-serve': '不到 3 个',
    'none-serve': '一个也没有',
    'set-taken': '接管它',
    'set-new': '在旁边另建一个',
  },
}
