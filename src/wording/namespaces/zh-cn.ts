import type { End } from '#models/namespaces'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

// Letters, so that none is taken for a process number: A is 10 in base 36.
const letterOf = (id: number): string => (id + 9).toString(36).toUpperCase()

const namespace = (id: number): string => (id === 0 ? '宿主机' : `命名空间 ${letterOf(id)}`)

const ended = (end: End): string => (end.by === 'exit' ? `退出码 ${end.status}` : `死于 ${end.signal}`)

const errors = {
  ECHILD: '`ECHILD`：没有子进程',
  EINVAL: '`EINVAL`：参数无效',
  ENOMEM: '`ENOMEM`：无法分配内存',
  ENOSPC: '`ENOSPC`：设备上没有空间',
  ESRCH: '`ESRCH`：没有这个进程',
} as const

export const zhCn: Wording = {
  namespace,
  lives: { running: '运行', doomed: '已被杀', ending: '等待收场', zombie: '僵尸', gone: '已消失' },

  reasons: {
    'namespaces/number-at-each-level': (who, { pids, namespace: id }) =>
      pids.length === 1
        ? `${code(who)} 在宿主机上领到下一个号。里层谁也看不见它。`
        : `${code(who)} 生在${namespace(id)}。它在那里领一个号，外面每一层也各领一个，由外到内：${pids.join(' → ')}。`,
    'namespaces/first-is-one': (who, { namespace: id }) =>
      `${code(who)} 是${namespace(id)}里的头一个，所以它在那里就是 1 号进程。`,
    'namespaces/unshare-moves-children': (who, { own, children }) =>
      `${code(who)} 自己留在${namespace(own)}，号也不变；以后它的孩子才生在${namespace(children)}。`,
    'namespaces/clone-enters': (who, { child, own }) =>
      `进入${namespace(child)}的只有这个孩子。${code(who)} 往后的孩子还是生在${namespace(own)}。`,
    'namespaces/unshare-once': (who, { own, children }) =>
      `${code(who)} 自己在${namespace(own)}，孩子在${namespace(children)}。已经这样分了家的进程，不能再建 PID 命名空间。`,
    'namespaces/depth-limit': (_, { level, limit }) =>
      `第 ${level} 层太深了：PID 命名空间最多嵌套 ${limit} 层。`,
    'namespaces/closed-to-new': (_, { namespace: id }) =>
      `${namespace(id)}的 1 号进程 已经不在，这里从此不再收人。内核嘴上说“内存”，其实是这个意思。`,
    'namespaces/numbers-spent': (_, { next, namespace: id }) =>
      `虽然没生成，号却用掉了：${namespace(id)}的下一个号是 ${next}。`,
    'namespaces/handler-set': (who, { signal }) => `从现在起，${code(who)} 自己处理 ${signal}。`,
    'namespaces/handler-refused': (_, { signal }) => `${signal} 谁也拦不下来。`,
    'namespaces/kill-unseen': (who, { pid, namespace: id }) =>
      `${code(who)} 在${namespace(id)}里找 ${pid} 号，没有这个号。看不见的进程，就没法给它发信号。`,
    'namespaces/kill-ends': (_, { target, signal }) => `${code(target)} 挡不住 ${signal}。`,
    'namespaces/kill-handled': (_, { target, signal }) => `${code(target)} 自己处理了 ${signal}，照常活着。`,
    'namespaces/kill-too-late': (_, { target, zombie }) =>
      zombie ? `${code(target)} 早就死了。僵尸杀不掉，只能等父进程来收。` : `${code(target)} 已经在走了。`,
    'namespaces/one-ignores-its-own': (_, { target, signal, namespace: id }) =>
      `${code(target)} 是${namespace(id)}的 1 号进程。里面发来的信号，它没写处理函数的一概送不到${signal === 'KILL' ? '，连 KILL 也一样' : '，换成 KILL 也一样'}。`,
    'namespaces/one-ignores-unhandled': (_, { target, signal, from }) =>
      `${code(target)} 是 1 号进程，又没写 ${signal} 的处理函数，所以即使信号来自${namespace(from)}，它也不理。\`docker stop\` 有时要等十秒，就是这个缘故。`,
    'namespaces/one-killed-from-above': (_, { target, from, namespace: id }) =>
      `这个 KILL 来自${namespace(from)}，在${namespace(id)}外面。从外面看，${code(target)} 不过是个普通进程。`,
    'namespaces/exit-leaves-zombie': (who, { parent, end }) =>
      `${code(who)} 死了（${ended(end)}）。父进程 ${code(parent)} 来 wait 之前，它一直占着号。`,
    'namespaces/orphan-adopted': (who, { from, by, reaperOf, own }) =>
      own === reaperOf
        ? `${code(who)} 没了父进程，由${namespace(own)}的 1 号进程 ${code(by)} 收养。`
        : `${code(who)} 没了父进程。内核找的是父进程 ${code(from)} 所在之处的 1 号进程，不看孩子在哪里：收养它的是${namespace(reaperOf)}的 ${code(by)}。`,
    'namespaces/one-takes-all': (who, { namespace: id, killed }) =>
      `${code(who)} 是${namespace(id)}的 1 号进程。它一退出，命名空间就关门${killed > 0 ? `，里面（连同更里层）剩下的 ${killed} 个进程都收到 KILL` : ''}。`,
    'namespaces/one-waits': (_, { namespace: id, left }) =>
      `${namespace(id)}里还有 ${left} 个进程没清掉，哪怕只是僵尸，它的退出就办不完。`,
    'namespaces/reaped-at-once': (who, { parent }) =>
      `${code(who)} 没有变成僵尸：父进程 ${code(parent)} 正在退出，谁的下落都不问了。`,
    'namespaces/wait-reaps': (who, { child, end }) =>
      `${code(who)} 得知 ${code(child)} 的结局（${ended(end)}），后者这才真正消失。`,
    'namespaces/wait-nothing-yet': (who, { children }) => `${code(who)} 有 ${children} 个孩子，都还没结束。`,
    'namespaces/wait-childless': (who) => `${code(who)} 没有孩子可等。`,
    'namespaces/host-panics': (who) => `${code(who)} 是宿主机自己的 1 号进程，没有谁能顶替它：内核崩溃。`,
  },

  moves: {
    fork: (by, { comm }) =>
      comm ? `${code(by)} fork 一个孩子，运行 ${code(comm)}` : `${code(by)} fork 一个孩子`,
    clone: (by, { comm }) =>
      `${code(by)} clone 一个孩子到新的 PID 命名空间${comm ? `，运行 ${code(comm)}` : ''}`,
    unshare: (by) => `${code(by)} 执行 unshare，另立 PID 命名空间`,
    exit: (by, { status }) => `${code(by)} 退出，退出码 ${status}`,
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
    'nothing-yet': () => '返回 0：还没有',
    panic: () => '内核崩溃：attempted to kill init!',
    'no-actor': () => '做不到：这个进程已经不再运行',
    'left-out': () => '本模型不包含这一点',
  },

  scenarios: {
    'first-born': { name: '头生子', about: '一个 shell 说要搬进新命名空间，自己却没去。' },
    zombie: { name: '僵尸', about: '人已经死了，名字还在册上。' },
    orphan: { name: '孤儿', about: '父进程走在了孩子前面。' },
    'no-more-members': { name: '不再收人', about: '头一个孩子命太短。' },
    'kill-one': { name: '杀 1 号', about: '从里面杀，再从外面杀。' },
    'outside-parent': { name: '父进程在外面', about: '两个孩子在命名空间里，父进程不在。' },
  },

  questions: {
    'which-number-first': 'shell 自己留在外面，然后 fork。孩子在里面是几号？',
    'kill-a-zombie': '对僵尸 `kill -9`，会怎样？',
    'who-adopts': '`sh` 这就退出，`sleep` 归谁？',
    'fork-after-one': 'shell 的孩子还是要生在这个命名空间里。第二个会怎样？',
    'kill-from-inside': '`sleep` 以 root 身份给 1 号发 KILL，会怎样？',
    'kill-from-above': '这回由宿主机的 shell 向同一个进程发 KILL。其余的会怎样？',
    'who-adopts-members': '`unshare` 这就退出，`sleep` 归谁？',
    'when-is-one-gone': '给 `bash`（里面的 1 号进程）发 KILL。它什么时候消失？',
  },

  choices: {
    one: '1 号',
    'same-as-outside': '和外面一样',
    two: '2 号，shell 才是 1 号',
    'goes-away': '僵尸消失',
    'stays-a-zombie': '什么也不会发生',
    'host-one': '宿主机的 1 号进程',
    'inner-one': '命名空间里的 1 号进程',
    'the-shell': '它的祖辈 shell',
    'becomes-one': '成为新的 1 号',
    'becomes-two': '成为 2 号',
    'fork-fails': '生不出来：fork 失败',
    'one-dies': '1 号死掉',
    'nothing-happens': '什么也不会发生',
    'members-adopted': '由宿主机的 1 号进程 收养',
    'all-die': '全都死掉',
    'only-one-dies': '没有 1 号，照样活着',
    'at-once': '马上，`sleep` 也一起',
    'only-once-reaped': '要等 `sleep` 被收走之后',
  },

  leftOut: {
    threads: '线程（这里的号都是线程组组长的号）',
    setns: '`setns`：进入已有的 PID 命名空间',
    subreapers: '`PR_SET_CHILD_SUBREAPER`：由 1 号进程以外的进程收养',
    'stop-and-continue': 'STOP 与 CONT，以及被阻塞、在排队的信号',
    'process-groups': '进程组与会话；参数不大于 0 的 `kill`',
    'ignored-sigchld': '忽略 SIGCHLD 的父进程（其孩子不留僵尸）',
    ptrace: 'ptrace',
    'number-reuse': '号用到 `pid_max` 之后从头再来',
    'pid-limits': '进程数与命名空间数的上限',
    permissions: '权限：这里人人都是 root',
    'other-namespaces': '其余七种命名空间',
  },
}
