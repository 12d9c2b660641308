import type { End, Extent } from '#models/namespaces'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

// Letters, so that none is taken for a process number: A is 10 in base 36.
const letterOf = (id: number): string => (id + 9).toString(36).toUpperCase()

const namespace = (id: number): string => (id === 0 ? '宿主机' : `命名空间 ${letterOf(id)}`)

// Greek, so that none is taken for a PID namespace.
const user = (id: number): string =>
  id === 0 ? '最外层的用户命名空间' : `用户命名空间 ${String.fromCharCode(0x3b0 + id)}`

// 后面若是汉字，字母之后空一格。
const spaced = (name: string): string => (/[A-Zα-ω]$/.test(name) ? `${name} ` : name)

const inNamespace = (id: number): string => spaced(namespace(id))

const inUser = (id: number): string => spaced(user(id))

const list = (names: readonly string[]): string => names.map(code).join('、')

const lines = (extents: readonly Extent[]): string =>
  extents.length === 0 ? '空内容' : list(extents.map((extent) => extent.join(' ')))

const ended = (end: End): string => (end.by === 'exit' ? `退出状态 ${end.status}` : `死于 ${end.signal}`)

const errors = {
  EACCES: '`EACCES`：权限不够',
  ECHILD: '`ECHILD`：没有子进程',
  EINVAL: '`EINVAL`：参数无效',
  ENOMEM: '`ENOMEM`：无法分配内存',
  ENOSPC: '`ENOSPC`：设备上没有空间',
  EPERM: '`EPERM`：不允许的操作',
  ESRCH: '`ESRCH`：没有这个进程',
} as const

export const zhCn: Wording = {
  namespace,
  user,
  lives: { running: '运行', doomed: '已被杀', ending: '等待收场', zombie: '僵尸', gone: '已消失' },

  reasons: {
    'namespaces/number-at-each-level': (who, { pids, namespace: id }) =>
      pids.length === 1
        ? `${code(who)} 在宿主机上领到下一个号。里层谁也看不见它。`
        : `${code(who)} 生在${namespace(id)}。它在那里领一个号，外面每层也各领一个，由外到内：${pids.join(' → ')}。`,
    'namespaces/first-is-one': (who, { namespace: id }) =>
      `${code(who)} 是${inNamespace(id)}里的头一个，所以它在那里就是 1 号进程。`,
    'namespaces/unshare-moves-children': (who, { own, children }) =>
      `${code(who)} 自己留在${namespace(own)}，号也不变；以后它的孩子才生在${namespace(children)}。`,
    'namespaces/clone-enters': (who, { child, own }) =>
      `进入${inNamespace(child)}的只有这个孩子。${code(who)} 往后的孩子还是生在${namespace(own)}。`,
    'namespaces/unshare-once': (who, { own, children }) =>
      `${code(who)} 自己在${namespace(own)}，孩子在${namespace(children)}。已经这样分了家的进程，不能再建 PID 命名空间。`,
    'namespaces/depth-limit': (_, { level, limit }) =>
      `第 ${level} 层太深了：PID 命名空间最多嵌套 ${limit} 层。`,
    'namespaces/closed-to-new': (_, { namespace: id }) =>
      `${inNamespace(id)}的 1 号进程已经不在，这里从此不再收人。内核嘴上说“内存”，其实是这个意思。`,
    'namespaces/numbers-spent': (_, { next, namespace: id }) =>
      `虽然没生成，号却用掉了：${inNamespace(id)}的下一个号是 ${next}。`,
    'namespaces/handler-set': (who, { signal }) => `从现在起，${code(who)} 自己处理 ${signal}。`,
    'namespaces/handler-refused': (_, { signal }) => `${signal} 谁也拦不下来。`,
    'namespaces/kill-unseen': (who, { pid, namespace: id }) =>
      `${code(who)} 在${inNamespace(id)}里找 ${pid} 号，没有这个号。看不见的进程，就没法给它发信号。`,
    'namespaces/kill-ends': (_, { target, signal }) => `${code(target)} 挡不住 ${signal}。`,
    'namespaces/kill-handled': (_, { target, signal }) => `${code(target)} 自己处理了 ${signal}，照常活着。`,
    'namespaces/kill-too-late': (_, { target, zombie }) =>
      zombie ? `${code(target)} 早就死了。僵尸杀不掉，只能等父进程来收尸。` : `${code(target)} 已经在走了。`,
    'namespaces/one-ignores-its-own': (_, { target, signal, namespace: id }) =>
      `${code(target)} 是${inNamespace(id)}的 1 号进程。里面发来的信号，它没写处理函数的一概送不到${signal === 'KILL' ? '，连 KILL 也一样' : '，换成 KILL 也一样'}。`,
    'namespaces/one-ignores-unhandled': (_, { target, signal, from }) =>
      `${code(target)} 是 1 号进程，又没写 ${signal} 的处理函数，所以即使信号来自${namespace(from)}，它也不理。\`docker stop\` 有时要等十秒，就是这个缘故。`,
    'namespaces/one-killed-from-above': (_, { target, from, namespace: id }) =>
      `这个 KILL 来自${namespace(from)}，在${inNamespace(id)}外面。从外面看，${code(target)} 不过是个普通进程。`,
    'namespaces/exit-leaves-zombie': (who, { parent, end }) =>
      `${code(who)} 死了（${ended(end)}）。父进程 ${code(parent)} 来 wait 之前，它一直占着号。`,
    'namespaces/orphan-adopted': (who, { from, by, reaperOf, own }) =>
      own === reaperOf
        ? `${code(who)} 没了父进程，由${inNamespace(own)}的 1 号进程 ${code(by)} 收养。`
        : `${code(who)} 没了父进程。内核找的是父进程 ${code(from)} 所在之处的 1 号进程，不看孩子在哪里：收养它的是${inNamespace(reaperOf)}的 ${code(by)}。`,
    'namespaces/one-takes-all': (who, { namespace: id, killed }) =>
      `${code(who)} 是${inNamespace(id)}的 1 号进程。它一退出，命名空间就关门${killed > 0 ? `，里面（连同更里层）剩下的 ${killed} 个进程都收到 KILL` : ''}。`,
    'namespaces/one-waits': (_, { namespace: id, left }) =>
      `${inNamespace(id)}里还有 ${left} 个进程没清掉，哪怕只是僵尸，它的退出就办不完。`,
    'namespaces/reaped-at-once': (who, { parent }) =>
      `${code(who)} 没有变成僵尸：父进程 ${code(parent)} 正在退出，谁的下落都不问了。`,
    'namespaces/wait-reaps': (who, { child, end }) =>
      `${code(who)} 得知 ${code(child)} 的结局（${ended(end)}），后者这才真正消失。`,
    'namespaces/wait-nothing-yet': (who, { children }) => `${code(who)} 有 ${children} 个孩子，都还没结束。`,
    'namespaces/wait-childless': (who) => `${code(who)} 没有孩子可等。`,
    'namespaces/host-panics': (who) => `${code(who)} 是宿主机自己的 1 号进程，没谁能顶替：内核崩溃。`,
    'namespaces/subreaper-set': (who) => `${code(who)} 后代里的孤儿，从此先归它。`,
    'namespaces/orphan-to-subreaper': (who, { by }) =>
      `${code(who)} 没了父进程，由上面同一 PID 命名空间里的 subreaper ${code(by)} 收养。`,
    'namespaces/others-made': (_, { kinds, user: owner }) =>
      `新建的 ${list(kinds)} 归${inUser(owner)}所有：谁在那里有权能，谁就管得了它们。`,
    'namespaces/time-moves-children': (who) => `${code(who)} 自己的时钟照旧，新的留给孩子。`,
    'namespaces/user-made': (_, { user: id, parent }) =>
      `它在${inUser(id)}里权能俱全；对${inUser(parent)}名下的东西，却一样也没有。`,
    'namespaces/user-needs-numbers': (who, { user: id }) =>
      `${inUser(id)}的映射还没写全，${code(who)} 在里面没有身份，当不了主人。`,
    'namespaces/needs-capability': (who, { kinds, user: id }) =>
      `要 ${list(kinds)}，得在${inUser(id)}里有 CAP_SYS_ADMIN，${code(who)} 没有。人人都能建的只有用户命名空间。`,
    'namespaces/owner-not-within': (who, { own, owner, user: id }) =>
      `${code(who)} 住的${inNamespace(own)}归${inUser(owner)}所有，里面再建的不能归更靠外的${user(id)}。`,
    'namespaces/setns-unseen': (who, { pid, namespace: id }) =>
      `${code(who)} 在${inNamespace(id)}里看不见 ${pid} 号，pidfd_open 就失败了。`,
    'namespaces/setns-may-not-look': (who, { target, user: id }) =>
      `${code(who)} 在${inUser(id)}里没有权能，连看一眼 ${code(target)} 都不行。`,
    'namespaces/setns-dead': (_, { target }) => `${code(target)} 已经死了，不在那些命名空间里了。`,
    'namespaces/setns-same-user': (_, { user: id }) =>
      `它本来就在${inUser(id)}里。再进一次，放弃的权能就又回来了，所以不许。`,
    'namespaces/setns-not-capable': (who, { kind, user: id }) =>
      `要 ${code(kind)}，得在${inUser(id)}里有 CAP_SYS_ADMIN，${code(who)} 没有。`,
    'namespaces/setns-enters': (who, { target, kinds }) =>
      `${list(kinds)}：${code(who)} 从此和 ${code(target)} 在一处。`,
    'namespaces/setns-moves-children': (who, { own, children }) =>
      `${code(who)} 自己留在${namespace(own)}，号也不变；以后它的孩子才生在${namespace(children)}。`,
    'namespaces/capabilities-dropped': (who, { user: id }) =>
      `${code(who)} 在${inUser(id)}里没有权能了。由它建的，它仍是主人。`,
    'namespaces/map-written': (_, { user: id, file, extents }) =>
      `${inUser(id)}有了自己的 ${file}（里面、外面、个数）：${lines(extents)}。`,
    'namespaces/map-too-far': (who, { user: id, own }) =>
      `${code(who)} 属于${user(own)}，不在${inUser(id)}里，也不在紧挨着的外一层。`,
    'namespaces/map-once': (_, { user: id, file }) => `${inUser(id)}的 ${file} 映射已经写过，写不了第二次。`,
    'namespaces/map-not-capable': (who, { user: id }) => `${code(who)} 在${inUser(id)}里没有权能。`,
    'namespaces/map-malformed': () => '空的、个数为 0、几行重叠，都不行。',
    'namespaces/map-zero-guarded': (_, { user: id, parent }) =>
      `建${inUser(id)}的进程在外面没有权能，里面就谁也不能映射${inUser(parent)}的 0。`,
    'namespaces/map-not-own': (who, { parent, file }) =>
      `${code(who)} 在${inUser(parent)}里没有权能，只能映射自己的一个 ${file}。`,
    'namespaces/map-needs-deny': () => '得先往 setgroups 写 `deny`，免得有人退出限制权限的组。',
    'namespaces/map-outside-unknown': (_, { parent, file }) => `这些 ${file}，${inUser(parent)}并不都认得。`,
    'namespaces/setgroups-written': (_, { user: id, to }) =>
      to === 'deny' ? `${inUser(id)}里从此禁用 setgroups。` : `${inUser(id)}里仍然可以用 setgroups。`,
    'namespaces/setgroups-not-capable': (who, { user: id }) =>
      `${code(who)} 在${inUser(id)}里没有权能，连文件都打不开。`,
    'namespaces/setgroups-final': (_, { user: id }) => `${inUser(id)}里禁用了，就不能再放开。`,
    'namespaces/setgroups-too-late': (_, { user: id }) => `${inUser(id)}的 gid 映射已经写过，再禁用就晚了。`,
    'namespaces/exec-replaces': (who, { program }) =>
      `${code(who)} 换成了 ${code(program)}，进程还是同一个：号、父进程、孩子、所在的命名空间都不变。`,
    'namespaces/exec-forgets-handlers': (_, { signals, one }) =>
      `${signals.join('、')} 的处理函数是旧程序的代码，跟着没了。${one ? '它是 1 号进程，没有处理函数的信号一概不理。' : '再来这样的信号，它就会死。'}`,
    'namespaces/exec-takes-capabilities': (_, { user: id }) =>
      `它在${inUser(id)}里不是 uid 0，而 exec 之后只有 uid 0 还有权能。`,
    'namespaces/exec-gives-capabilities': (_, { user: id }) =>
      `它在${inUser(id)}里是 uid 0，exec 把它放弃的权能全还给了它。此后要看它的内情，就得在那里有权能。`,
    'namespaces/exec-enters-time': () => '留给孩子的那个时间命名空间，它自己也进去了：Linux 6.2 起就是这样。',
    'namespaces/exec-stays-in-time': () =>
      '它留在原来的时间命名空间里：到 Linux 6.1 为止，进得了新的只有孩子。',
  },

  moves: {
    setns: (by, { pid, kinds }) => `${code(by)} 用 setns 进入 ${pid} 号进程的 ${list(kinds)}`,
    subreaper: (by) => `${code(by)} 当上 subreaper`,
    drop: (by) => `${code(by)} 放弃全部权能`,
    map: (by, { of, file, extents }) => `${code(by)} 把 ${lines(extents)} 写进 \`/proc/${of}/${file}_map\``,
    setgroups: (by, { of, to }) => `${code(by)} 把 \`${to}\` 写进 \`/proc/${of}/setgroups\``,
    fork: (by, { comm }) =>
      comm ? `${code(by)} fork 一个孩子，运行 ${code(comm)}` : `${code(by)} fork 一个孩子`,
    clone: (by, { comm, kinds }) =>
      `${code(by)} clone 一个孩子到新的${kinds && kinds.join() !== 'pid' ? `命名空间（${list(kinds)}）` : ' PID 命名空间'}${comm ? `，运行 ${code(comm)}` : ''}`,
    unshare: (by, { kinds }) =>
      `${code(by)} 执行 unshare，另立${kinds && kinds.join() !== 'pid' ? `命名空间（${list(kinds)}）` : ' PID 命名空间'}`,
    exec: (by, { comm }) => `${code(by)} 用 exec 换成 ${code(comm)}`,
    exit: (by, { status }) => `${code(by)} 退出，退出状态 ${status}`,
    handle: (by, { signal }) => `${code(by)} 为 ${signal} 装上处理函数`,
    kill: (by, { pid, signal }) => `${code(by)} 向 ${pid} 号发 ${signal}`,
    wait: (by) => `${code(by)} 等待孩子结束`,
    die: (by) => `${code(by)} 死去`,
    finish: (by) => `${code(by)} 办完退出`,
  },

  outcomes: {
    done: () => '完成',
    pid: ({ pid }) => `返回 ${pid}`,
    error: ({ errno }) => errors[errno],
    'nothing-yet': () => '返回 0：还没有谁结束',
    panic: () => '内核崩溃：attempted to kill init!',
    'no-actor': () => '做不到：这个进程已经不再运行',
    'left-out': () => '本模型不包含这一点',
  },

  uncheckable: {
    'namespaces/host-panics': '宿主机 1 号进程的结局：沙箱里的 1 号不是整台机器的 1 号',
  },

  leftOut: {
    threads: '线程（这里的号都是线程组组长的号）',
    'program-at-birth': '孩子出生时指定的程序（只换了名字、处理函数归为默认，权能照父进程；`exec` 才重算）',
    'namespace-files': '打开或绑定挂载的 `/proc/PID/ns` 文件（能让命名空间活下去）',
    'stop-and-continue': 'STOP 与 CONT，以及被阻塞、在排队的信号',
    'process-groups': '进程组与会话；参数不大于 0 的 `kill`',
    'ignored-sigchld': '忽略 SIGCHLD 的父进程（其孩子不留僵尸）',
    ptrace: 'ptrace',
    'number-reuse': '号用到 `pid_max` 之后从头再来',
    'pid-limits': '进程数与命名空间数的上限',
    'other-users': '多个用户：这里的进程同属最外层的 0 号用户',
    'single-capabilities': '单项权能（这里只有全有和全无）',
    contents: '命名空间里的挂载、网卡、主机名等',
  },
}
