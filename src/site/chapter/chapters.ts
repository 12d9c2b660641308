/** The thirteen chapters of the book, in reading order. */
import type { Language } from '../language/languages.ts'

export type ChapterEntry = {
  slug: string
  title: Record<Language, string>
  /** One line for the card on the home page. */
  about: Record<Language, string>
}

const entry = (
  slug: string,
  [en, zh]: [en: string, zh: string],
  [aboutEn, aboutZh]: [en: string, zh: string],
): ChapterEntry => ({ slug, title: { en, 'zh-cn': zh }, about: { en: aboutEn, 'zh-cn': aboutZh } })

export const chapters = [
  entry(
    'origins',
    ['Origins', '缘起'],
    [
      'How chroot grew, one borrowed idea at a time, into Kubernetes, and what “cloud native” claims to mean.',
      '从 chroot 到 Kubernetes，一路借来的点子怎样攒成今天的容器；“云原生”三个字又究竟在说什么。',
    ],
  ),
  entry(
    'namespaces',
    ['Namespaces', '命名空间'],
    [
      'A container is a process that has been told a smaller story. Who tells it, and how to see through it.',
      '容器不过是一个听了“缩水版故事”的进程。故事是谁编的，又怎么戳穿它。',
    ],
  ),
  entry(
    'cgroups',
    ['Cgroups', '控制组'],
    [
      'Who gets how much of the machine, who says so, and what happens to those who want more.',
      '机器就这么大，谁分多少，谁说了算，多要的人会怎样。',
    ],
  ),
  entry(
    'images',
    ['Images', '镜像'],
    [
      'A stack of tar files that pretends to be a disk, and the programs that turn it into a process.',
      '一摞 tar 包怎样装成一块磁盘，又经过谁的手变成一个进程。',
    ],
  ),
  entry(
    'networking',
    ['Networking', '网络'],
    [
      'Follow one packet through the kernel: bridges, routes, hooks and tunnels, each where it acts.',
      '跟着一个数据包穿过内核：网桥、路由、钩子、隧道，各在哪一步动手。',
    ],
  ),
  entry(
    'cni',
    ['CNI', 'CNI'],
    [
      'A binary, some JSON and four rules: how a Pod gets its address, and how others find the way to it.',
      '一个可执行文件、一段 JSON、四条规矩：Pod 的地址从哪来，别人又怎么找上门。',
    ],
  ),
  entry(
    'cluster',
    ['The cluster', '集群'],
    [
      'A database, a door in front of it, and many small loops that never stop comparing wish and world.',
      '一个数据库，一扇守着它的门，外加一群小循环，日夜拿期望跟现实对账。',
    ],
  ),
  entry(
    'workloads',
    ['Workloads', '工作负载'],
    [
      'Pods come and go; controllers remember how many there should be. Probes, rollouts and back-off, to the second.',
      'Pod 来来去去，该有几个由控制器记着。探针、滚动更新、退避重试，时间算到秒。',
    ],
  ),
  entry(
    'services',
    ['Services', '服务'],
    [
      'An address that belongs to nobody and yet answers: who rewrites the packet, where, and by what odds.',
      '一个谁也不占的地址，偏偏有人应答：包是谁改的，在哪改的，按多大概率改。',
    ],
  ),
  entry(
    'storage',
    ['Storage', '存储'],
    [
      'Containers forget, data must not. From a claim to a mounted disk, and who does each step.',
      '容器转身就忘，数据却忘不得。从一纸申请到挂上磁盘，每一步归谁管。',
    ],
  ),
  entry(
    'scheduling',
    ['Scheduling', '调度'],
    [
      'Which node, why that one, and who must leave when there is no room: every point of the score worked out.',
      '去哪个节点，凭什么是它，挤不下时谁让位：每一分都算给你看。',
    ],
  ),
  entry(
    'packaging',
    ['Packaging', '打包'],
    [
      'Kustomize, Helm, operators, OAM: four answers to “who writes all this YAML?”, and whom each of them serves.',
      'Kustomize、Helm、Operator、OAM：这么多 YAML 归谁写？四种答案，各替谁着想。',
    ],
  ),
  entry(
    'mesh',
    ['Service mesh', '服务网格'],
    [
      'Retries, identities and routes move out of your code into a proxy, and lately out of the proxy again.',
      '重试、身份、路由，先从代码里搬进代理，如今又要从代理里搬出去。',
    ],
  ),
] as const satisfies readonly ChapterEntry[]

export const chapterOf = (slug: string): ChapterEntry | undefined =>
  chapters.find((chapter) => chapter.slug === slug)
