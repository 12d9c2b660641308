import type { Holder } from '#models/kept-namespaces'
import type { Labels } from './labels.ts'

const release = (holder: Holder): string => {
  switch (holder.by) {
    case 'process':
      return holder.how === 'dead' ? 'reap it' : 'end it'
    case 'file':
      return 'close it'
    case 'mount':
      return 'unmount it'
    case 'child':
    case 'owned':
      return 'let go of that one first'
  }
}

export const labels: Labels = {
  title: 'What keeps it alive',
  subtitle: 'A namespace ends when nothing holds it any more. Take the holders away, one by one.',
  tableOf: (now) => `Namespaces and what holds them, ${now}`,
  scrollable: 'Table of namespaces and their holders, scrolls sideways',
  namespace: 'namespace',
  heldBy: 'held by',
  none: 'So far there are only the machine’s own, and those last as long as the machine.',
  gone: 'gone',
  letGo: 'Press a holder to make it let go.',
  holder: (holder, name) => {
    switch (holder.by) {
      case 'process':
        return {
          in: `\`${holder.comm}\` ${holder.id}`,
          children: `children of \`${holder.comm}\` ${holder.id}`,
          dead: `dead \`${holder.comm}\` ${holder.id}`,
        }[holder.how]
      case 'file':
        return `descriptor ${holder.fd} of \`${holder.comm}\` ${holder.id}`
      case 'mount':
        return `mount \`/run/ns/${holder.at}\`${holder.in.place === 0 ? '' : ` in ${name(holder.in)}`}`
      case 'child':
        return `${name(holder.name)}, inside it`
      case 'owned':
        return `${name(holder.name)}, which it owns`
    }
  },
  release,
  thenThere: 'What is there then',
  livingLine: (name, holders) => `${name}: ${holders === 1 ? '1 holder' : `${holders} holders`}`,
  choose: 'What you do replaces the rest of the story.',
  actions: {
    actor: 'who acts',
    target: 'whose',
    kind: 'which',
    make: 'start a child in a new one',
    fork: 'fork',
    open: 'open its file',
    bind: 'mount its file',
    path: 'mounted',
    enter: 'enter by it',
  },
  words: {
    scenarios: {
      'last-member': { name: 'The last member', about: 'One namespace, two processes.' },
      zombie: {
        name: 'Dead, and not reaped',
        about: 'Two namespaces, one process, and nobody who waits for it.',
      },
      mount: { name: 'A mounted file', about: 'Nobody in it, and a place to come back to.' },
      descriptor: { name: 'An open file', about: 'Mounted nowhere, seen by nobody.' },
      owner: { name: 'Its owner', about: 'A network, and the user namespace it belongs to.' },
      nested: { name: 'One in the other', about: 'A PID namespace with another inside.' },
      'copied-table': {
        name: 'The copy nobody thinks of',
        about: 'A daemon with a mount namespace of its own.',
      },
    },
    questions: {
      'first-leaves': '`sh`, the first in `net` A, is killed. Is the namespace still there?',
      'second-leaves': 'Now `sleep` is killed as well. And now?',
      'dead-not-reaped': '`sh` is killed, and `bash` does not wait for it. What is left of the two?',
      'mount-without-members': 'The only member is killed. Is `uts` A still there?',
      'unmounted-under-a-visitor': '`nsenter` is in it. The file is unmounted. Is `uts` A still there?',
      'closed-but-inherited':
        '`bash` has started `sleep`, which never heard of `net` A. `bash` closes its descriptor. Is `net` A still there?',
      'owner-without-members':
        'The last trace of `sh` goes. Only the file of `net` A stays mounted. What is left?',
      'outer-without-members':
        'All inside are dead and reaped. `bash` has the file of the inner one open. What is left?',
      'unmounted-here': '`sh` is dead, the file is unmounted. Is `net` A still there?',
    },
    choices: {
      'still-there': 'Still there',
      gone: 'Gone',
      'both-gone': 'Nothing: both are gone',
      'both-stay': 'Both are still there',
      'pid-stays': '`pid` A alone',
      'user-gone': '`net` A alone',
      'outer-gone': 'The inner one alone',
    },
  },
}
