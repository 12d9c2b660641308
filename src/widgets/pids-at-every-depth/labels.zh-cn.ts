import type { Labels } from './labels.ts'

export const labels: Labels = {
  title: '每一层的 PID',
  subtitle: '同一个进程，在看得见它的每个命名空间里各有一个号',
  tableOf: (now) => `进程与号码，${now}`,
  scrollable: '进程表，可左右滚动',
  process: '进程',
  seenFrom: (namespace) => `在${namespace}`,
  inside: (namespace) => `位于${namespace}之内`,
  closed: '已关门',
  empty: '还没有人',
  unseen: '看不见',
  parent: (pid) => `父 ${pid}`,
  childrenGoTo: (namespace) => `孩子生在${namespace}`,
  choose: '点表里的进程名，选谁来动手。你一动手，情节余下的部分就作废了。',
  actions: {
    fork: 'fork',
    clone: 'clone 到新命名空间',
    unshare: 'unshare',
    wait: 'wait',
    exit: 'exit',
    handle: '处理 TERM',
    kill: '发送',
    number: '号码',
    signal: '信号',
  },
  thenThere: '此后有谁在',
}
