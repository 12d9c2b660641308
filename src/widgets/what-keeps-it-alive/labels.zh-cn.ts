import type { Holder } from '#models/kept-namespaces'
import type { Labels } from './labels.ts'

const release = (holder: Holder): string => {
  switch (holder.by) {
    case 'process':
      return holder.how === 'dead' ? '给它收尸' : '结束它'
    case 'file':
      return '关掉它'
    case 'mount':
      return '卸载它'
    case 'child':
    case 'owned':
      return '得先让那一个消失'
  }
}

export const labels: Labels = {
  title: '谁让它活着',
  subtitle: '再没有什么抓着，命名空间就消失。把抓着它的一个一个拿开。',
  tableOf: (now) => `命名空间与抓着它们的东西，${now}`,
  scrollable: '命名空间与抓着它们的东西，可左右滚动',
  namespace: '命名空间',
  heldBy: '抓着它的',
  none: '眼下只有机器自己的那几个，它们与机器同寿。',
  gone: '已消失',
  letGo: '点一下，就让它松手。',
  holder: (holder, name) => {
    switch (holder.by) {
      case 'process':
        return {
          in: `\`${holder.comm}\` ${holder.id}`,
          children: `\`${holder.comm}\` ${holder.id} 的孩子`,
          dead: `已死的 \`${holder.comm}\` ${holder.id}`,
        }[holder.how]
      case 'file':
        return `\`${holder.comm}\` ${holder.id} 的描述符 ${holder.fd}`
      case 'mount':
        return `${holder.in.place === 0 ? '' : `${name(holder.in)} 里`}挂载的 \`/run/ns/${holder.at}\``
      case 'child':
        return `里层的 ${name(holder.name)}`
      case 'owned':
        return `归它所有的 ${name(holder.name)}`
    }
  },
  release,
  thenThere: '此后还有什么',
  livingLine: (name, holders) => `${name}：抓着它的有 ${holders} 个`,
  choose: '你一动手，情节余下的部分就作废了。',
  actions: {
    actor: '谁来动手',
    target: '谁的',
    kind: '哪一种',
    make: '在新的里面启动一个孩子',
    fork: 'fork',
    open: '打开它的文件',
    bind: '挂载它的文件',
    path: '挂载点',
    enter: '经它进去',
  },
  words: {
    scenarios: {
      'last-member': { name: '最后一个成员', about: '一个命名空间，两个进程。' },
      zombie: { name: '死了没人收', about: '两个命名空间，一个进程，没人给它收尸。' },
      mount: { name: '挂着的文件', about: '里面没人，却还回得去。' },
      descriptor: { name: '打开的文件', about: '没挂在任何地方，谁也看不见。' },
      owner: { name: '主人', about: '一个网络，以及它所属的用户命名空间。' },
      nested: { name: '一个套一个', about: 'PID 命名空间里还有一个。' },
      'copied-table': { name: '没人想起的那一份', about: '有个守护进程，自带挂载命名空间。' },
    },
    questions: {
      'first-leaves': '头一个进 `net` A 的 `sh` 被杀了。这个命名空间还在吗？',
      'second-leaves': '`sleep` 也被杀了。这回呢？',
      'dead-not-reaped': '`sh` 被杀，`bash` 没来 wait。两个命名空间还剩什么？',
      'mount-without-members': '唯一的成员被杀了。`uts` A 还在吗？',
      'unmounted-under-a-visitor': '`nsenter` 正在里面，这时卸载那个文件。`uts` A 还在吗？',
      'closed-but-inherited':
        '`bash` 启动了 `sleep`，后者压根不知道有 `net` A。现在 `bash` 关掉描述符，`net` A 还在吗？',
      'owner-without-members': '`sh` 连尸首也收了，只有 `net` A 的文件还挂着。还剩什么？',
      'outer-without-members': '里面的全死了，也都收了。`bash` 手里还开着内层那个的文件。还剩什么？',
      'unmounted-here': '`sh` 死了，文件也卸载了。`net` A 还在吗？',
    },
    choices: {
      'still-there': '还在',
      gone: '没了',
      'both-gone': '都没了',
      'both-stay': '两个都在',
      'pid-stays': '只剩 `pid` A',
      'user-gone': '只剩 `net` A',
      'outer-gone': '只剩内层那个',
    },
  },
}
