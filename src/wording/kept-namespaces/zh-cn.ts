import type { Holder, Name } from '#models/kept-namespaces'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

// 字母按种类分别数；用户命名空间用希腊字母，全书如此。
const name = ({ kind, place }: Name): string => {
  if (place === 0) return `机器的 ${code(kind)}`
  const letter = kind === 'user' ? String.fromCharCode(0x3b0 + place) : (place + 9).toString(36).toUpperCase()
  return `${code(kind)} ${letter}`
}

// 前面若是汉字，字母之前空一格；“机器的”是汉字，不空。
const toName = (one: Name): string => (one.place === 0 ? name(one) : ` ${name(one)}`)

const list = (parts: readonly string[]): string => parts.join('、')

const names = (all: readonly Name[]): string => list(all.map(name))

const toNames = (all: readonly Name[]): string => names(all).replace(/^`/, ' `')

const holder = (one: Holder): string => {
  switch (one.by) {
    case 'process':
      return {
        in: code(`${one.comm} ${one.id}`),
        children: `${code(`${one.comm} ${one.id}`)} 将来的孩子`,
        dead: `死了没人收尸的 ${code(`${one.comm} ${one.id}`)}`,
      }[one.how]
    case 'file':
      return `${code(`${one.comm} ${one.id}`)} 的描述符 ${one.fd}`
    case 'mount':
      return `${name(one.in)} 里挂在 ${code(`/run/ns/${one.at}`)} 的文件`
    case 'child':
      return `它里层的${toName(one.name)}`
    case 'owned':
      return `归它所有的${toName(one.name)}`
  }
}

const errors: Readonly<Record<string, string>> = {
  EACCES: '权限不够',
  EBADF: '没有这个描述符',
  ECHILD: '没有子进程',
  EINVAL: '参数无效',
  ENOENT: '没有这个文件',
  ENOMEM: '无法分配内存',
  ENOSPC: '设备上没有空间',
  EPERM: '不允许的操作',
  ESRCH: '没有这个进程',
}

export const zhCn: Wording = {
  name,

  reasons: {
    'kept/made': (_, { names: all }) =>
      `新建：${names(all)}。眼下抓着${all.length === 1 ? '它' : '它们'}的，只有一个进程。`,
    'kept/joins': (who, { names: all }) => `从现在起，${code(who)} 也抓着${toNames(all)}。`,
    'kept/file-opened': (_, { of, fd }) =>
      `描述符 ${fd} 通向${toName(of)}，也抓着它，不管里面的进程去了哪里。`,
    'kept/file-closed': (_, { of, fd }) => `描述符 ${fd} 松开了${toName(of)}。`,
    'kept/file-mounted': (_, { of, at }) =>
      `${code(`/run/ns/${at}`)} 这个文件现在就是${toName(of)}，不靠任何进程也抓得住它。`,
    'kept/file-unmounted': (_, { of, at }) => `${code(`/run/ns/${at}`)} 又成了空文件，松开了${toName(of)}。`,
    'kept/mounts-copied': (_, { count, into }) =>
      `${name(into)} 起初是一份副本，里面挂着的 ${count} 个文件也照样抄了过来，每一份都抓着。`,
    'kept/entered': (who, { of }) => `${code(who)} 经由文件进了${toName(of)}。`,
    'kept/waits': (who, { names: all }) =>
      `${code(who)} 死了。父进程来 wait 之前，它的号和身份都还占着，连带抓着${toNames(all)}。`,
    'kept/ends': (_, { name: one }) => `再没有什么抓着${toName(one)}，它消失了。`,
    'kept/goes-on': (_, { name: one, holders }) =>
      `${name(one)} 还在，抓着它的是：${list(holders.map(holder))}。`,
    'kept/empty-pid': (_, { name: one }) => `${name(one)} 只剩空壳：里面的 1 号已经没了，谁也生不进去。`,
    'kept/nothing-changes': () => '还没有谁松手。',
    'kept/no-such-file': (who) => `${code(who)} 那里没有这个文件。`,
    'kept/no-such-process': (who, { pid }) => `${code(who)} 看不见 ${pid} 号进程。`,
    'kept/dead-has-none': (who, { kind }) => `${code(who)} 已经死了，不在任何 ${code(kind)} 里。`,
    'kept/may-not-look': (who) => `${code(who)} 在对方那里没有权能，不许看它的文件。`,
    'kept/may-not-mount': (who, { owner }) =>
      `${code(who)} 的挂载表归${toName(owner)} 所有，它在那里没有权能。`,
    'kept/mount-loops': (_, { of }) =>
      `挂载表里只能挂比它年轻的那些表的文件。${name(of)} 不是，否则两个会互相抓着，谁也走不了。`,
    'kept/mount-locked': (_, { at }) => `${code(`/run/ns/${at}`)} 是从权力更大的表抄来的，在这里拆不掉。`,
    'kept/may-not-enter': (who, { owner }) => `得在${toName(owner)} 里有 CAP_SYS_ADMIN，${code(who)} 没有。`,
    'kept/same-user': (who) => `${code(who)} 本来就在里面。`,
    'kept/not-further-in': (_, { of }) => `${name(of)} 不在更里层。谁的孩子都不能生到外面去。`,
    'kept/refused': (who) => `内核不许 ${code(who)} 这样做，缘由见“谁看见什么”。`,
  },

  moves: {
    fork: (by, { comm }) => (comm ? `${code(by)} 启动 ${code(comm)}` : `${code(by)} fork 一个孩子`),
    clone: (by, { comm, kinds }) =>
      `${code(by)} 在新的 ${list((kinds ?? ['pid']).map(code))} 里启动 ${comm ? code(comm) : '一个孩子'}`,
    unshare: (by, { kinds }) => `${code(by)} unshare ${list((kinds ?? ['pid']).map(code))}`,
    setns: (by, { pid, kinds }) => `${code(by)} 进入 ${pid} 号进程的 ${list(kinds.map(code))}`,
    exit: (by) => `${code(by)} 退出`,
    kill: (by, { pid, signal }) => `${code(by)} 向 ${pid} 号发 ${signal}`,
    wait: (by) => `${code(by)} 等待孩子结束`,
    drop: (by) => `${code(by)} 放弃全部权能`,
    map: (by, { of, file }) => `${code(by)} 写 ${code(`/proc/${of}/${file}_map`)}`,
    open: (by, { pid, kind }) => `${code(by)} 打开 ${code(`/proc/${pid}/ns/${kind}`)}`,
    bind: (by, { pid, kind }) => `${code(by)} 把 ${code(`/proc/${pid}/ns/${kind}`)} 挂到一个文件上`,
    close: (by, { fd }) => `${code(by)} 关闭描述符 ${fd}`,
    umount: (by, { at }) => `${code(by)} 卸载 ${code(`/run/ns/${at}`)}`,
    enter: (by, { at }) => `${code(by)} 经 ${code(`/run/ns/${at}`)} 进去`,
    die: (by) => `${code(by)} 死去`,
    finish: (by) => `${code(by)} 办完退出`,
  },

  outcomes: {
    done: () => '完成',
    pid: ({ pid }) => `返回 ${pid}`,
    fd: ({ fd }) => `描述符 ${fd}`,
    mounted: ({ at }) => `挂在 ${code(`/run/ns/${at}`)}`,
    error: ({ errno }) => `${code(errno)}：${errors[errno]}`,
    'nothing-yet': () => '返回 0：还没有谁结束',
    panic: () => '内核崩溃：attempted to kill init!',
    'no-actor': () => '做不到：这个进程已经不再运行',
    'left-out': () => '本模型不包含这一点',
  },

  leftOut: {
    'mounted-file-systems':
      '靠挂载着就抓住命名空间的文件系统：`proc` 抓着它的 PID 命名空间，`mqueue` 抓着 IPC 命名空间，在里面挂的任何文件系统都抓着用户命名空间',
    'passed-descriptors': '正经由 unix 套接字传递的描述符，以及内核替线程、`io_uring` 拿着的',
    'for-children-files': '`pid_for_children` 和 `time_for_children` 这两个文件',
    sockets: '从网络命名空间里带出来的套接字和设备',
    propagation: '彼此相通的挂载：这里每张抄来的表各走各的路',
    processors:
      '多个处理器：自 Linux 6.18 起，每个处理器各自给命名空间编号，在不同处理器上建的两个挂载命名空间，旧的可能被当成新的',
    exec: '`exec`，以及随它关闭的描述符',
    'process-rules': '进程为何被拒、为何死去：那由垫在下面的 `namespaces` 模型负责',
  },
}
