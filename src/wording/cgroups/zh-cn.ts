import type { Limit } from '#models/cgroups'
import type { Wording } from './types.ts'

const code = (text: string | number): string => `\`${text}\``

const list = (names: readonly (string | number)[]): string => names.map(code).join('、')

/** 不在我们这棵树里的进程，算在树外。后面若是汉字，用 `from`；若是标点，用 `origin`。 */
const origin = (place: string | undefined): string => (place === undefined ? '树外' : ` ${code(place)}`)

const from = (place: string | undefined): string => (place === undefined ? '树外' : `${origin(place)} `)

const bound = (limit: Limit): string => code(limit)

const owner = (user: 'root' | 'user'): string => (user === 'root' ? 'root' : '普通用户')

const errors = {
  EACCES: '权限不够',
  EAGAIN: '资源暂时不可用',
  EBUSY: '设备或资源忙',
  EEXIST: '文件已存在',
  EINVAL: '参数无效',
  ENOENT: '没有这个文件或目录',
  ENOSPC: '设备上没有空间',
  EOPNOTSUPP: '不支持的操作',
  ERANGE: '数值超出范围',
  ESRCH: '没有这个进程',
} as const

export const zhCn: Wording = {
  errors,

  reasons: {
    'cgroups/made': (at, { offers }) =>
      offers.length > 0
        ? `内核随即在 ${code(at)} 里备好文件：组本身的，加上 ${list(offers)} 的。`
        : `内核随即在 ${code(at)} 里备好文件，不过父组没有为它启用任何控制器。`,
    'cgroups/exists': (at) => `${code(at)} 已经有了。`,
    'cgroups/no-group': (_, { missing }) => `没有 ${code(missing)}。`,
    'cgroups/no-file': (at, { file, controller, reading }) =>
      `${code(at)} 里没有 ${code(file)}${controller ? `：父组没有为它启用 ${code(controller)}` : ''}。${reading ? '' : 'shell 的 `>` 会去新建文件，而这里谁也不能新建。'}`,
    'cgroups/not-owner': (_, { file, owner: user }) =>
      user === 'root' ? `${code(file)} 归 root。` : `${code(file)} 虽归普通用户，这件事也不能做。`,
    'cgroups/read-only': (_, { file }) => `${code(file)} 只能读。`,
    'cgroups/write-only': (_, { file }) => `${code(file)} 只能写。`,
    'cgroups/depth-limit': (_, { at, limit }) => `${code(at)} 只许下面有 ${bound(limit)} 层。`,
    'cgroups/descendants-limit': (_, { at, limit }) =>
      `${code(at)} 只许下面有 ${bound(limit)} 个组，不论多深。`,
    'cgroups/removed': (at) => `${code(at)} 里没有进程，也没有子组：rmdir 就够了，文件随它一起消失。`,
    'cgroups/remove-populated': (at, { processes }) => `${code(at)} 连同下面还有 ${processes} 个进程。`,
    'cgroups/remove-children': (at, { children }) =>
      `${code(at)} 还有 ${children} 个子组：删组要从叶子删起。`,
    'cgroups/delegated': (at, { to }) =>
      `目录 ${code(at)} 以及其中的 \`cgroup.procs\`、\`cgroup.threads\`、\`cgroup.subtree_control\` 现在归${to === 'root' ? ' root' : '普通用户'}。各项限制的文件仍归原主。`,
    'cgroups/enabled': (_, { controllers, children }) =>
      children === 0
        ? `还没有子组。等有了，里面就会有 ${list(controllers)} 的文件。`
        : `${list(controllers)} 的文件出现在 ${children} 个子组里，不在这里。`,
    'cgroups/disabled': (_, { controllers, children }) =>
      `${children} 个子组里 ${list(controllers)} 的文件消失，设过的值一并丢掉。`,
    'cgroups/control-unchanged': () => '本来就是这样。',
    'cgroups/control-malformed': (_, { text }) =>
      `${code(text)} 不是 \`+\` 或 \`-\` 加控制器的名字。整行都不算。`,
    'cgroups/control-not-offered': (at, { controller }) =>
      `${code(at)} 自己都没有 ${code(controller)}，没法往下分：控制器要自上而下启用。`,
    'cgroups/control-used-below': (_, { controller, child }) =>
      `${code(child)} 还在把 ${code(controller)} 往下分：停用要自下而上。`,
    'cgroups/control-internal-processes': (at, { controllers, processes }) =>
      `${code(at)} 里有 ${processes} 个进程。若为子组启用 ${list(controllers)}，它们就要和子组争。一个组要么装进程，要么往下分，不能兼有。`,
    'cgroups/control-beside-processes': (at, { controllers }) =>
      `${list(controllers)} 能按线程分配，所以 ${code(at)} 可以留着进程。但它从此是线程子树的根，子组不再是有效的域（domain）。`,
    'cgroups/control-in-threads': (_, { controllers }) =>
      `${list(controllers)} 分不清同一进程的各个线程：线程子树的根和里面都不能启用。`,
    'cgroups/control-invalid-domain': (at) =>
      `${code(at)} 在线程子树的根之下，自己又没有线程化：什么也做不成。`,
    'cgroups/threaded': (at, { domain }) =>
      `${code(at)} 从此装线程，内存和 io 都记在 ${code(domain)} 头上。变不回去了。`,
    'cgroups/threaded-already': () => '它早就线程化了。',
    'cgroups/type-malformed': (_, { text }) => `这里只能写 ${code('threaded')}，不能写 ${code(text)}。`,
    'cgroups/threaded-occupied': (at, { populated }) =>
      populated ? `${code(at)} 里有进程。` : `${code(at)} 启用了只能用在域里的控制器。`,
    'cgroups/threaded-domain': (_, { domain }) =>
      `这些线程的根会是 ${code(domain)}，可是它当不了：它不是有效的域，或启用了只能用在域里的控制器，或别的子组里有进程。`,
    'cgroups/procs-of-threads': (at) =>
      `${code(at)} 装的是线程。属于哪些进程，要看线程子树的根的 \`cgroup.procs\`。`,
    'cgroups/moved': (at, { process, from: place }) => `${process} 号进程从${from(place)}移到 ${code(at)}。`,
    'cgroups/move-malformed': (_, { text }) => `${code(text)} 不是进程号：一次写一个。`,
    'cgroups/move-nobody': (_, { text }) => `没有进程 ${code(text)}。`,
    'cgroups/move-common-ancestor': (_, { process, from: place, ancestor }) =>
      `${process} 号进程来自${origin(place)}。${ancestor === undefined ? '同时管着两处的组在这棵树之上' : `同时管着两处的最近的组是 ${code(ancestor)}`}，它的 \`cgroup.procs\` 普通用户写不了。`,
    'cgroups/move-internal-process': (at, { controllers }) =>
      `${code(at)} 在往下分 ${list(controllers)}，里面不能再有进程。放进某个子组吧。`,
    'cgroups/move-invalid-domain': (at) => `${code(at)} 是线程子树的根之下的域，线程化之前谁也进不去。`,
    'cgroups/move-other-domain': (_, { process, from: place }) =>
      `${process} 号进程在${origin(place)}，属于另一个域：线程只能在本进程的域里移动。`,
    'cgroups/move-not-yours': (_, { process, owner: user }) =>
      `v1 看进程是谁的：${process} 号归${user === 'root' ? ' root' : '普通用户'}。`,
    'cgroups/move-without-cpus': (at) => `${code(at)} 还没有 CPU 或内存节点：在 v1 上，这两样要先写。`,
    'cgroups/written': (_, { file, value }) =>
      `${code(file)} 读出来${value === '' ? '是空的' : `是 ${code(value)}`}。`,
    'cgroups/malformed': (_, { file, text }) =>
      text === '' ? `对 ${code(file)} 来说，空行没有意义。` : `${code(file)} 看不懂 ${code(text)}。`,
    'cgroups/out-of-range': (_, { file, text, from: least, to: most }) =>
      Number.isFinite(least) && Number.isFinite(most)
        ? `${code(file)} 收 ${least} 到 ${most}，不收 ${code(text)}。`
        : `${code(text)} 太大或太小，${code(file)} 存不下。`,
    'cgroups/rounded-to-pages': (_, { text, value }) =>
      `内存按 4096 字节的页来记：${code(text)} 只剩 ${code(value)}。`,
    'cgroups/shares-clamped': (_, { text, value }) =>
      `份额只有 2 到 262144：${code(text)} 变成 ${code(value)}。`,
    'cgroups/idle-has-no-weight': (at) => `${code(at)} 是 idle，没有权重可设。`,
    'cgroups/idle-resets-weight': (_, { weight }) => `权重跟着变成 ${code(weight)}。`,
    'cgroups/quota-too-small': (_, { quota }) => `配额 ${quota} 微秒：至少要 1000，即一毫秒。`,
    'cgroups/period-out-of-range': (_, { period }) => `周期 ${period} 微秒：只能是 1000 到 1000000。`,
    'cgroups/burst-above-quota': (_, { burst, quota }) =>
      `burst（${burst} 微秒）不能超过配额（${quota} 微秒）。`,
    'cgroups/quota-above-parent': (_, { parent, own, theirs }) =>
      `这是 ${own} 个 CPU，上面的 ${code(parent)} 只有 ${theirs}。v1 拒绝；v2 收下，由低的那个说了算。`,
    'cgroups/quota-below-child': (_, { child, own, theirs }) =>
      `这是 ${own} 个 CPU，下面的 ${code(child)} 已经得了 ${theirs}。`,
    'cgroups/cpus-not-there': (_, { text, last }) =>
      `没有 ${code(text)} 这么多：只有 ${last === 0 ? '0' : `0 到 ${last}`}。`,
    'cgroups/cpus-needed': (at, { file }) => `${code(at)} 里有进程：${code(file)} 可以改，不能清空。`,
    'cgroups/cpus-from-above': (_, { value }) => `上面一个也给不了，于是和父组一样，用 ${code(value)}。`,
    'cgroups/cpus-cut': (_, { asked, value }) => `想要 ${code(asked)}，上面只给 ${code(value)}。`,
    'cgroups/cpus-beyond-parent': (_, { asked, parent }) =>
      `在 v1 上，${code(asked)} 不能超出父组，而它${parent === '' ? '一个也没有' : `只有 ${code(parent)}`}。`,
    'cgroups/cpus-used-below': (_, { child, theirs }) => `下面的 ${code(child)} 有 ${code(theirs)}。`,
    'cgroups/limit-above': (_, { at, value }) =>
      `收是收下了，可上面的 ${code(at)} 是 ${code(value)}：一路往上，最低的算数。`,
    'cgroups/frozen': (_, { processes }) => `这里和下面的 ${processes} 个进程停住，后来者也一样。`,
    'cgroups/thawed': (_, { processes }) => `这里和下面的 ${processes} 个进程可以继续。`,
    'cgroups/frozen-above': (_, { at }) => `${code(at)} 冻结了，下面的也全冻着。`,
    'cgroups/born-frozen': () => '父组冻着，所以它一建好就是冻的。',
    'cgroups/killed': (_, { processes }) =>
      processes.length === 0 ? '里面没有进程。' : `KILL 发给 ${processes.join('、')} 号，冻着的也逃不掉。`,
    'cgroups/kill-threads': () => '杀的是整个进程，而这个组装的是线程。',
    'cgroups/forked': (who, { child }) => `${child} 号生在 ${who} 号所在的组里。`,
    'cgroups/fork-refused': (_, { at, limit, current }) =>
      `${code(at)} 已有 ${current} 个，上限 ${limit}：别的组再空，也不能多一个。`,
    'cgroups/pids-exceeded': (_, { at, limit, current }) =>
      `${code(at)} 现有 ${current} 个，上限 ${limit}：移进来从不拒绝，拒绝的只有 fork。`,
    'cgroups/exited': (who) => `${who} 号没了。`,
    'cgroups/emptied': (at) => `${code(at)} 空了：\`cgroup.events\` 里是 \`populated 0\`。`,
    'cgroups/read': (at, { file }) => `出自 ${code(`${at}/${file}`.replace('//', '/'))}。`,
  },

  moves: {
    mkdir: ({ by, at }) => `${owner(by)}：${code(`mkdir ${at}`)}`,
    rmdir: ({ by, at }) => `${owner(by)}：${code(`rmdir ${at}`)}`,
    write: ({ by, at, file, text }) =>
      `${owner(by)}：${code(`echo ${text} > ${at}/${file}`.replace('//', '/'))}`,
    read: ({ by, at, file }) => `${owner(by)}：${code(`cat ${at}/${file}`.replace('//', '/'))}`,
    delegate: ({ at, to }) => `root 把 ${code(at)} 交给${to === 'root' ? ' root' : '普通用户'}`,
    fork: ({ by }) => `${by} 号 fork 一个孩子`,
    exit: ({ by }) => `${by} 号退出`,
  },

  outcomes: {
    done: () => '成功',
    text: ({ text }) => (text === '' ? '空' : code(text.replaceAll('\n', ' · '))),
    error: ({ errno }) => `${code(errno)}：${errors[errno]}`,
    'no-actor': () => '办不到：没有这个进程，或者它冻着',
    'left-out': () => '这个模型不涉及',
  },

  leftOut: {
    threads: '有多个线程的进程：这里每个进程只有一个线程',
    'root-group': '根组：文件少，也不受“进程与子组不能兼有”的约束',
    self: '`echo 0`，意思是写的进程自己',
    'fork-into': '用 `clone` 直接生在某个组里',
    zombies: '僵尸进程：算进 `pids.current`，不算进 `populated`',
    namespaces: 'cgroup 命名空间，挂载选项 `nsdelegate`',
    partitions: '`cpuset.cpus.partition` 与独占 CPU',
    'memory-in-use': '正在用的内存：上限低于用量时回收什么、杀谁',
    'huge-numbers': '2⁴⁴ 微秒以上的 CPU 配额',
    io: '`io` 的各个文件：这里只能启用它',
    pressure: '统计、压力，以及各种限制的事件',
    'other-controllers': 'swap、hugetlb、rdma、misc、devices、net_cls 等',
    'release-agent': 'v1 的 release agent 与 `cgroup.clone_children`',
    remount: '挂载：v1 把几个控制器挂在一起，或者部分控制器用 v2',
    hotplug: '下线的 CPU，有多个内存节点的机器',
    'dying-groups': '删掉的组的最后一刻：v1 还拿它的配额去卡父组',
  },
}
