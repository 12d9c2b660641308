import type { Labels } from './labels.ts'

export const labels: Labels = {
  title: 'PIDs at every depth',
  subtitle: 'One process, a number in each namespace that can see it',
  tableOf: (now) => `Processes and their numbers, ${now}`,
  scrollable: 'Table of processes, scrolls sideways',
  process: 'process',
  seenFrom: (namespace) => `in ${namespace}`,
  inside: (namespace) => `inside ${namespace}`,
  closed: 'closed',
  empty: 'nobody yet',
  unseen: 'not visible',
  parent: (pid) => `parent ${pid}`,
  childrenGoTo: (namespace) => `children go to ${namespace}`,
  choose: 'Choose who acts by its name in the table. What you do replaces the rest of the story.',
  actions: {
    fork: 'fork',
    clone: 'clone into a new namespace',
    unshare: 'unshare',
    wait: 'wait',
    exit: 'exit',
    handle: 'handle TERM',
    kill: 'send',
    number: 'number',
    signal: 'signal',
  },
  thenThere: 'Who is there then',
}
