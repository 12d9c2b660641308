import type { Facts, Outcome } from '#models/out-of-memory'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const list = (names: readonly string[]): string => names.map(code).join(', ')

/** 256 pages are 1 MiB. */
const mib = (pages: number): string => `${Number((pages / 256).toFixed(1))} MiB`

const signed = (adj: number): string => (adj < 0 ? `− ${-adj}` : `+ ${adj}`)

const errors = {
  EACCES: '`EACCES`: permission denied',
  EBUSY: '`EBUSY`: device or resource busy',
  EINVAL: '`EINVAL`: invalid argument',
  ENOENT: '`ENOENT`: no such file',
} as const

type Chosen = Facts['out-of-memory/chosen']

const weighed = ({ rivals, limit }: Chosen): string =>
  rivals
    .map(({ name, rss, adj, score }) =>
      score === undefined
        ? `${code(name)} is exempt`
        : `${code(name)} ${adj === 0 ? '' : `${rss} ${signed(adj)} × ${Math.floor(limit / 1000)} = `}${score}`,
    )
    .join('; ')

export const en: Wording = {
  reasons: {
    'out-of-memory/charged': (_, { groups }) =>
      `Every page is charged to ${list(groups)}: its group, and all above.`,
    'out-of-memory/over-high': (who, { group, usage, high }) =>
      `${code(group)} now holds ${mib(usage)}, more than its \`memory.high\` of ${mib(high)}. Nobody is killed for that: the kernel tries to reclaim, and makes ${code(who)} wait.`,
    'out-of-memory/limit-met': (_, { group, max, missing }) =>
      `${code(group)} is full at ${mib(max)}, and ${mib(missing)} are still wanted. Nothing above or below it was asked: the first limit that has no room decides.`,
    'out-of-memory/reclaimed': (_, { group, pages }) =>
      `First the kernel drops file pages below ${code(group)}: ${mib(pages)} can be read from the disk again.`,
    'out-of-memory/chosen': (who, facts) =>
      `Who weighs most below the full group? Pages, and a thousandth of the limit for each point of \`oom_score_adj\`: ${weighed(facts)}. So ${code(who)} is killed.`,
    'out-of-memory/weighted': (_, { largest, adj }) =>
      `${code(largest)} holds more${adj < 0 ? ', but its adjustment protects it' : ', but weighs less'}: \`oom_score_adj\` decides here.`,
    'out-of-memory/exempt': (who) => `${code(who)} holds most, but has -1000: it is never chosen.`,
    'out-of-memory/outsider-spared': (who, { group, rss }) =>
      `${code(who)} holds ${mib(rss)}, more than anyone here, but is not below ${code(group)}: it isn’t even looked at.`,
    'out-of-memory/all-die': (_, { group, others }) =>
      `\`memory.oom.group\` of ${code(group)} is 1, so ${others.length > 0 ? `${list(others)} ${others.length === 1 ? 'dies' : 'die'} too, whatever they weigh` : 'all of it dies; there is nobody else in it'}.`,
    'out-of-memory/all-but-exempt': (who) => `${code(who)} has -1000, and lives on even so.`,
    'out-of-memory/nobody-left': (_, { group }) =>
      `Nobody below ${code(group)} may be killed. The page is refused, the instruction runs again, the page is refused: for ever.`,
    'out-of-memory/counted-upward': (_, { groups }) =>
      `\`oom_kill\` in \`memory.events\` rises in the victim’s group and all above: ${list(groups)}.`,
    'out-of-memory/counted-here': (_, { group, met }) =>
      `v1 counts the death in ${code(group)}, the victim’s own group, alone; and the limit that was met in \`memory.failcnt\` of ${code(met)}.`,
    'out-of-memory/file-read': (_, { pages, group }) =>
      `${mib(pages)} of file pages are charged to ${code(group)}, who read them first.`,
    'out-of-memory/moved': (who, { from, stays }) =>
      `What ${code(who)} has touched so far, ${mib(stays)}, stays charged where it was; ${code(from)} has lost the process and kept the bill.`,
    'out-of-memory/limit-set': (_, { group, max, usage }) =>
      `${code(group)} may hold ${mib(max)}; it holds ${mib(usage)}.`,
    'out-of-memory/limit-kills': (_, { group, max, usage }) =>
      `v2 takes a limit below what is held: ${code(group)} has ${mib(usage)} and may have ${mib(max)}, so someone dies for the write itself.`,
    'out-of-memory/limit-refused': (_, { group, max, usage }) =>
      `v1 refuses a limit below what is held: ${code(group)} has ${mib(usage)}, and ${mib(max)} cannot be had by reclaim.`,
    'out-of-memory/adjusted': (who, { adj }) => `${code(who)} now has ${adj}.`,
    'out-of-memory/adjust-refused': (who, { adj, least }) =>
      `Below ${least} only \`CAP_SYS_RESOURCE\` may take ${code(who)}; ${adj} is below.`,
    'out-of-memory/together-set': (_, { group, on }) =>
      on
        ? `From now on ${code(group)} lives or dies as a whole.`
        : `From now on ${code(group)} loses one process at a time.`,
    'out-of-memory/no-such-file': () => 'v1 has no `memory.oom.group`.',
  },
  moves: {
    allocate: ({ by, pages }) => `${code(by)} touches ${mib(pages)} of new memory`,
    read: ({ by, pages }) => `${code(by)} reads a file of ${mib(pages)}`,
    move: ({ by, to }) => `${code(by)} is moved to ${code(to)}`,
    adjust: ({ by, adj }) => `\`oom_score_adj\` of ${code(by)} becomes ${adj}`,
    limit: ({ group, max }) => `The limit of ${code(group)} becomes ${mib(max)}`,
    together: ({ group, on }) => `\`memory.oom.group\` of ${code(group)} becomes ${on ? 1 : 0}`,
  },
  outcomes: {
    done: () => 'done',
    killed: () => 'killed before it had them',
    stuck: () => 'stuck',
    error: ({ errno }: Extract<Outcome, { is: 'error' }>) => errors[errno],
    'no-actor': () => 'it can no longer act',
    'left-out': () => 'not modelled',
  },
  lives: { running: 'runs', killed: 'killed', stuck: 'stuck' },
  uncheckable: {
    'out-of-memory/reclaimed':
      'Dropping file pages: the vm has no disk to read from (on the host it is checked).',
    'out-of-memory/file-read': 'Reading files, for the same reason.',
  },
  leftOut: {
    swap: 'Swap: here anonymous pages have nowhere to go.',
    'reclaim-order':
      'What reclaim takes first, and how hard it tries; here file pages always can be dropped.',
    protection: '`memory.min` and `memory.low`.',
    'kernel-memory': 'Page tables, stacks, sockets: the kernel’s own memory is charged too.',
    'shared-pages': 'Pages that several processes share, and tmpfs.',
    'huge-pages': 'Huge pages.',
    'soft-limits': 'v1’s soft limits, and `memory.use_hierarchy` 0.',
    'oom-control': 'v1’s `memory.oom_control` 1, which stops instead of killing.',
    'whole-machine': 'The machine itself running out, with no group to blame.',
    pressure: 'PSI, and daemons that kill before the kernel does.',
    'second-victim':
      'A second victim: now and then the kernel chooses again before the pages of the first are back. Such runs were repeated.',
    'counted-twice':
      'With `memory.oom.group` the one that was chosen is often counted twice in `oom_kill`: the kernel goes over the whole group, and so over it again.',
  },
  scenarios: {
    largest: { name: 'Who asked, and who pays', about: 'The last straw and the heaviest load.' },
    adjusted: { name: 'A point is a thousandth', about: '`oom_score_adj` counts in parts of the limit.' },
    'own-limit': { name: 'A limit further in', about: 'Only those below the full group can be chosen.' },
    together: {
      name: 'All or nobody',
      about: '`memory.oom.group`, as Kubernetes sets it for containers on v2.',
    },
    exempt: { name: 'Nobody may be killed', about: 'What -1000 protects, and what follows.' },
    moved: { name: 'Moved, but still billed', about: 'Pages stay where they were charged.' },
    lowered: { name: 'A limit below what is held', about: 'The write itself kills, on v2.' },
    'lowered-v1': { name: 'The same on v1', about: 'It is refused; and other things that v1 does not have.' },
  },
  questions: {
    'who-dies': 'The pod is about to run out. Who will be killed?',
    'what-now': 'And now: who will be killed?',
  },
  choices: {
    app: '`app`',
    helper: '`helper`',
    tail: '`tail`',
    db: '`db`',
    'all-in-web': '`app` and `helper`',
    nobody: 'nobody',
    'nobody-and-stuck': 'nobody: `helper` is stuck',
    'nobody-and-refused': 'nobody: the limit is refused',
  },
}
