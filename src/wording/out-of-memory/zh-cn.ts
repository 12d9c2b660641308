import type { Facts, Outcome } from '#models/out-of-memory'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const list = (names: readonly string[]): string => names.map(code).join('、')

/** 256 页是 1 MiB。 */
const mib = (pages: number): string => `${Number((pages / 256).toFixed(1))} MiB`

const signed = (adj: number): string => (adj < 0 ? `− ${-adj}` : `+ ${adj}`)

const errors = {
  EACCES: '`EACCES`：权限不够',
  EBUSY: '`EBUSY`：设备或资源忙',
  EINVAL: '`EINVAL`：参数无效',
  ENOENT: '`ENOENT`：没有这个文件',
} as const

type Chosen = Facts['out-of-memory/chosen']

const weighed = ({ rivals, limit }: Chosen): string =>
  rivals
    .map(({ name, rss, adj, score }) =>
      score === undefined
        ? `${code(name)} 免死`
        : `${code(name)} ${adj === 0 ? '' : `${rss} ${signed(adj)} × ${Math.floor(limit / 1000)} = `}${score}`,
    )
    .join('；')

export const zhCn: Wording = {
  reasons: {
    'out-of-memory/charged': (_, { groups }) => `每一页都记在自己的组和上面各级的账上：${list(groups)}。`,
    'out-of-memory/over-high': (who, { group, usage, high }) =>
      `${code(group)} 现在用了 ${mib(usage)}，超过了 \`memory.high\` 的 ${mib(high)}。不会因此杀谁：内核先试着回收，同时让 ${code(who)} 慢下来。`,
    'out-of-memory/limit-met': (_, { group, max, missing }) =>
      `${code(group)} 已经满了（${mib(max)}），还差 ${mib(missing)}。从里往外，谁先没有余地，就由谁说了算。`,
    'out-of-memory/reclaimed': (_, { group, pages }) =>
      `内核先丢掉 ${code(group)} 里的文件页，腾出 ${mib(pages)}：要用时还可以从磁盘再读。`,
    'out-of-memory/chosen': (who, facts) =>
      `满了的组里谁的分最高？分数是页数，\`oom_score_adj\` 每一点再折算成上限的千分之一：${weighed(facts)}。所以杀 ${code(who)}。`,
    'out-of-memory/weighted': (_, { largest, adj }) =>
      `${code(largest)} 占的内存更多，${adj < 0 ? '但调整值护住了它' : '分数却没有那么高'}：这里起决定作用的是 \`oom_score_adj\`。`,
    'out-of-memory/exempt': (who) => `${code(who)} 占得最多，但调整值是 -1000，永远不会被选中。`,
    'out-of-memory/outsider-spared': (who, { group, rss }) =>
      `${code(who)} 占了 ${mib(rss)}，比这里谁都多，但它不在 ${code(group)} 之内，根本不参与比较。`,
    'out-of-memory/all-die': (_, { group, others }) =>
      `${code(group)} 的 \`memory.oom.group\` 是 1，${others.length > 0 ? `${list(others)} 不论分数高低，一起被杀` : '要杀就整组一起杀，只是组里没有别人了'}。`,
    'out-of-memory/all-but-exempt': (who) => `${code(who)} 的调整值是 -1000，即便如此也活了下来。`,
    'out-of-memory/nobody-left': (_, { group }) =>
      `${code(group)} 里没有一个可以杀。内核不给这一页，指令重来一遍，还是不给：就这样一直卡住。`,
    'out-of-memory/counted-upward': (_, { groups }) =>
      `\`memory.events\` 里的 \`oom_kill\` 在死者所在的组和上面各级都加一：${list(groups)}。`,
    'out-of-memory/counted-here': (_, { group, met }) =>
      `v1 只在死者自己的组 ${code(group)} 里记这一笔；碰到上限的次数记在 ${code(met)} 的 \`memory.failcnt\` 里。`,
    'out-of-memory/file-read': (_, { pages, group }) =>
      `${mib(pages)} 的文件页记在 ${code(group)} 账上：谁先读，算谁的。`,
    'out-of-memory/moved': (who, { from, stays }) =>
      `${code(who)} 已经用掉的 ${mib(stays)} 还记在原处：${code(from)} 里没有这个进程了，账却还在。`,
    'out-of-memory/limit-set': (_, { group, max, usage }) =>
      `${code(group)} 最多用 ${mib(max)}，现在用了 ${mib(usage)}。`,
    'out-of-memory/limit-kills': (_, { group, max, usage }) =>
      `v2 允许把上限改到现有用量之下：${code(group)} 用了 ${mib(usage)}，只许用 ${mib(max)}，于是光是写下这个数，就有人要死。`,
    'out-of-memory/limit-refused': (_, { group, max, usage }) =>
      `v1 不允许上限低于现有用量：${code(group)} 用了 ${mib(usage)}，再怎么回收也降不到 ${mib(max)}。`,
    'out-of-memory/adjusted': (who, { adj }) => `${code(who)} 的调整值现在是 ${adj}。`,
    'out-of-memory/adjust-refused': (who, { adj, least }) =>
      `要把 ${code(who)} 调到 ${least} 以下，得有 \`CAP_SYS_RESOURCE\`；${adj} 太低了。`,
    'out-of-memory/together-set': (_, { group, on }) =>
      on ? `从现在起，${code(group)} 要么都活，要么都死。` : `从现在起，${code(group)} 一次只死一个。`,
    'out-of-memory/no-such-file': () => 'v1 没有 `memory.oom.group` 这个文件。',
  },
  moves: {
    allocate: ({ by, pages }) => `${code(by)} 新用 ${mib(pages)} 内存`,
    read: ({ by, pages }) => `${code(by)} 读一个 ${mib(pages)} 的文件`,
    move: ({ by, to }) => `把 ${code(by)} 移到 ${code(to)}`,
    adjust: ({ by, adj }) => `把 ${code(by)} 的 \`oom_score_adj\` 改成 ${adj}`,
    limit: ({ group, max }) => `把 ${code(group)} 的上限改成 ${mib(max)}`,
    together: ({ group, on }) => `把 ${code(group)} 的 \`memory.oom.group\` 改成 ${on ? 1 : 0}`,
  },
  outcomes: {
    done: () => '成功',
    killed: () => '没等拿到就被杀了',
    stuck: () => '卡住了',
    error: ({ errno }: Extract<Outcome, { is: 'error' }>) => errors[errno],
    'no-actor': () => '它已经动不了了',
    'left-out': () => '不在模型之内',
  },
  lives: { running: '运行', killed: '已被杀', stuck: '卡住' },
  uncheckable: {
    'out-of-memory/reclaimed': '丢掉文件页：虚拟机里没有磁盘可读（在宿主机上对照过）。',
    'out-of-memory/file-read': '读文件：原因同上。',
  },
  leftOut: {
    swap: '交换空间：这里的匿名页无处可去。',
    'reclaim-order': '回收先拿谁、拿得多狠；这里的文件页总能丢掉。',
    protection: '`memory.min` 和 `memory.low`。',
    'kernel-memory': '页表、内核栈、套接字：内核自己的内存也要记账。',
    'shared-pages': '几个进程共用的页，以及 tmpfs。',
    'huge-pages': '大页。',
    'soft-limits': 'v1 的软限制，以及 `memory.use_hierarchy` 为 0 的情形。',
    'oom-control': 'v1 的 `memory.oom_control` 写 1：不杀，只让它停下。',
    'whole-machine': '整台机器内存耗尽，而不是哪个组满了。',
    pressure: 'PSI，以及抢在内核前面动手的守护进程。',
    'second-victim': '多死一个：第一个的内存还没还回来，内核偶尔就又选了一个。遇到这种情况，对照时会重来。',
    'counted-twice':
      '设了 `memory.oom.group` 时，被选中的那个在 `oom_kill` 里往往记两次：内核会把整组再过一遍，包括它。',
  },
  scenarios: {
    largest: { name: '谁伸手，谁买单', about: '压垮它的最后一根稻草，和最重的那一捆。' },
    adjusted: { name: '一点是千分之一', about: '`oom_score_adj` 按上限的比例折算。' },
    'own-limit': { name: '里层另有上限', about: '只在满了的那个组里挑。' },
    together: { name: '同生共死', about: '`memory.oom.group`：Kubernetes 在 v2 上给容器设的就是它。' },
    exempt: { name: '一个也不许杀', about: '-1000 能护住谁，护住之后又怎样。' },
    moved: { name: '人走了，账还在', about: '内存记在当初用它的地方。' },
    lowered: { name: '上限改到用量之下', about: '在 v2 上，写下去就会死人。' },
    'lowered-v1': { name: '换成 v1', about: '写不进去；还有几样东西 v1 也没有。' },
  },
  questions: {
    'who-dies': '眼看就要不够了，会杀谁？',
    'what-now': '这一次，会杀谁？',
  },
  choices: {
    app: '`app`',
    helper: '`helper`',
    tail: '`tail`',
    db: '`db`',
    'all-in-web': '`app` 和 `helper`',
    nobody: '谁也不杀',
    'nobody-and-stuck': '谁也不杀：`helper` 就此卡住',
    'nobody-and-refused': '谁也不杀：上限写不进去',
  },
}
