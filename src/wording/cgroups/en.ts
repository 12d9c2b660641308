import type { Limit } from '#models/cgroups'
import type { Wording } from './types.ts'

const code = (text: string | number): string => `\`${text}\``

const list = (names: readonly (string | number)[]): string => names.map(code).join(', ')

const processes = (count: number): string => (count === 1 ? '1 process' : `${count} processes`)

const children = (count: number): string =>
  count === 0 ? 'It has no children yet' : count === 1 ? 'Its child' : `Its ${count} children`

/** Where a process is that is in none of our groups. */
const from = (place: string | undefined): string => (place === undefined ? 'outside the tree' : code(place))

const bound = (limit: Limit): string => code(limit)

const errors = {
  EACCES: 'permission denied',
  EAGAIN: 'resource temporarily unavailable',
  EBUSY: 'device or resource busy',
  EEXIST: 'file exists',
  EINVAL: 'invalid argument',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on device',
  EOPNOTSUPP: 'operation not supported',
  ERANGE: 'numerical result out of range',
  ESRCH: 'no such process',
} as const

export const en: Wording = {
  errors,

  reasons: {
    'cgroups/made': (at, { offers }) =>
      offers.length > 0
        ? `The kernel fills ${code(at)} with files at once: its own, and those of ${list(offers)}.`
        : `The kernel fills ${code(at)} with files at once, but the group above has no controller enabled for it.`,
    'cgroups/exists': (at) => `There is a ${code(at)} already.`,
    'cgroups/no-group': (_, { missing }) => `There is no ${code(missing)}.`,
    'cgroups/no-file': (at, { file, controller, reading }) =>
      `${code(at)} has no ${code(file)}${controller ? `: the group above has not enabled ${code(controller)} for it` : ''}.${reading ? '' : ' The shell’s `>` would make one, and nobody may make files here.'}`,
    'cgroups/not-owner': (_, { file, owner }) =>
      owner === 'root'
        ? `${code(file)} is root’s.`
        : `${code(file)} is the user’s, yet this may not be done to it.`,
    'cgroups/read-only': (_, { file }) => `${code(file)} can only be read.`,
    'cgroups/write-only': (_, { file }) => `${code(file)} can only be written.`,
    'cgroups/depth-limit': (_, { at, limit }) => `${code(at)} allows ${bound(limit)} levels below itself.`,
    'cgroups/descendants-limit': (_, { at, limit }) =>
      `${code(at)} allows ${bound(limit)} groups below itself, however deep.`,
    'cgroups/removed': (at) =>
      `${code(at)} held nobody and had no children: rmdir is enough, its files go along.`,
    'cgroups/remove-populated': (at, { processes: count }) =>
      `${processes(count)} still in ${code(at)} or below.`,
    'cgroups/remove-children': (at, { children: count }) =>
      `${code(at)} still has ${count === 1 ? 'a child' : `${count} children`}: groups go from the leaves up.`,
    'cgroups/delegated': (at, { to }) =>
      `The folder ${code(at)}, its \`cgroup.procs\`, \`cgroup.threads\` and \`cgroup.subtree_control\` are now ${to === 'root' ? 'root’s' : 'the user’s'}. The limits stay whose they were.`,
    'cgroups/enabled': (_, { controllers, children: count }) =>
      `${children(count)}: files of ${list(controllers)} ${count === 0 ? 'will be there with the first one' : 'appear there, not here'}.`,
    'cgroups/disabled': (_, { controllers, children: count }) =>
      `${children(count)}: the files of ${list(controllers)} go, with all that was set in them.`,
    'cgroups/control-unchanged': () => 'It was so already.',
    'cgroups/control-malformed': (_, { text }) =>
      `${code(text)} is no \`+\` or \`-\` with a controller’s name. Nothing of the line is done.`,
    'cgroups/control-not-offered': (at, { controller }) =>
      `${code(at)} has no ${code(controller)} itself, so it has none to pass on: controllers are enabled from the top down.`,
    'cgroups/control-used-below': (_, { controller, child }) =>
      `${code(child)} still passes ${code(controller)} on to its own children: they are disabled from the bottom up.`,
    'cgroups/control-internal-processes': (at, { controllers, processes: count }) =>
      `${code(at)} holds ${processes(count)}. With ${list(controllers)} for its children these would compete with them. A group has processes or shares out among children, never both.`,
    'cgroups/control-beside-processes': (at, { controllers }) =>
      `${list(controllers)} can weigh threads, so ${code(at)} may keep its processes. But now it is the root of threads: its children are domains no more.`,
    'cgroups/control-in-threads': (_, { controllers }) =>
      `${list(controllers)} cannot tell the threads of a process apart: not in or under a thread root.`,
    'cgroups/control-invalid-domain': (at) =>
      `${code(at)} lies under a thread root and is not threaded: nothing works in it.`,
    'cgroups/threaded': (at, { domain }) =>
      `${code(at)} now holds threads, and memory and io are counted in ${code(domain)}. There is no way back.`,
    'cgroups/threaded-already': () => 'It is threaded already.',
    'cgroups/type-malformed': (_, { text }) =>
      `Only ${code('threaded')} can be written here, not ${code(text)}.`,
    'cgroups/threaded-occupied': (at, { populated }) =>
      populated ? `${code(at)} holds processes.` : `${code(at)} has enabled controllers that need a domain.`,
    'cgroups/threaded-domain': (_, { domain }) =>
      `${code(domain)} would be the root of these threads, and cannot: it is no valid domain, has controllers enabled that need one, or other children with processes.`,
    'cgroups/procs-of-threads': (at) =>
      `${code(at)} holds threads. Whose they are stands in \`cgroup.procs\` of the thread root.`,
    'cgroups/moved': (at, { process, from: place }) => `${process} moves from ${from(place)} to ${code(at)}.`,
    'cgroups/move-malformed': (_, { text }) => `${code(text)} is no process number: one a write.`,
    'cgroups/move-nobody': (_, { text }) => `No process ${code(text)}.`,
    'cgroups/move-common-ancestor': (_, { process, from: place, ancestor }) =>
      `${process} comes from ${from(place)}. ${ancestor === undefined ? 'What holds both places is above our tree' : `The nearest group that holds both places is ${code(ancestor)}`}, and its \`cgroup.procs\` is not the user’s to write.`,
    'cgroups/move-internal-process': (at, { controllers }) =>
      `${code(at)} shares out ${list(controllers)} among its children: no process may sit beside them. Move it into a child.`,
    'cgroups/move-invalid-domain': (at) =>
      `${code(at)} is a domain under a thread root: nobody can be in it until it is made threaded.`,
    'cgroups/move-other-domain': (_, { process, from: place }) =>
      `${process} is in ${from(place)}, of another domain: a thread can only move within its process’s own.`,
    'cgroups/move-not-yours': (_, { process, owner }) =>
      `On v1 it matters whose the process is: ${process} is ${owner === 'root' ? 'root’s' : 'the user’s'}.`,
    'cgroups/move-without-cpus': (at) =>
      `${code(at)} has no CPUs or no memory nodes yet: on v1 both are written first.`,
    'cgroups/written': (_, { file, value }) =>
      `${code(file)} reads ${value === '' ? 'nothing' : code(value)}.`,
    'cgroups/malformed': (_, { file, text }) =>
      text === ''
        ? `An empty line means nothing to ${code(file)}.`
        : `${code(file)} cannot read ${code(text)}.`,
    'cgroups/out-of-range': (_, { file, text, from: least, to: most }) =>
      Number.isFinite(least) && Number.isFinite(most)
        ? `${code(file)} takes ${least} to ${most}, not ${code(text)}.`
        : `${code(text)} is beyond what ${code(file)} can hold.`,
    'cgroups/rounded-to-pages': (_, { text, value }) =>
      `Memory is counted in pages of 4096 bytes: of ${code(text)} ${code(value)} is left.`,
    'cgroups/shares-clamped': (_, { text, value }) =>
      `Shares go from 2 to 262144: ${code(text)} becomes ${code(value)}.`,
    'cgroups/idle-has-no-weight': (at) => `${code(at)} is idle, and has no weight that could be set.`,
    'cgroups/idle-resets-weight': (_, { weight }) => `With it the weight becomes ${code(weight)}.`,
    'cgroups/quota-too-small': (_, { quota }) =>
      `A quota of ${quota} µs: at least 1000 are needed, one millisecond.`,
    'cgroups/period-out-of-range': (_, { period }) =>
      `A period of ${period} µs: it goes from 1000 to 1000000.`,
    'cgroups/burst-above-quota': (_, { burst, quota }) =>
      `The burst, ${burst} µs, may not exceed the quota, ${quota} µs.`,
    'cgroups/quota-above-parent': (_, { parent, own, theirs }) =>
      `${own} CPUs, and ${code(parent)} above has ${theirs}. v1 refuses this; v2 takes it, and the lower limit holds.`,
    'cgroups/quota-below-child': (_, { child, own, theirs }) =>
      `${own} CPUs, and ${code(child)} below was promised ${theirs}.`,
    'cgroups/cpus-not-there': (_, { text, last }) =>
      `${code(text)} asks for more than there is: ${last === 0 ? 'only 0' : `0 to ${last}`}.`,
    'cgroups/cpus-needed': (at, { file }) =>
      `There are processes in ${code(at)}: ${code(file)} may change, not go.`,
    'cgroups/cpus-from-above': (_, { value }) =>
      `None of these is to be had from above, so it runs where the group above does: ${code(value)}.`,
    'cgroups/cpus-cut': (_, { asked, value }) =>
      `${code(asked)} is the wish; from above come only ${code(value)}.`,
    'cgroups/cpus-beyond-parent': (_, { asked, parent }) =>
      `On v1 ${code(asked)} must lie within the group above, which has ${parent === '' ? 'none' : code(parent)}.`,
    'cgroups/cpus-used-below': (_, { child, theirs }) => `${code(child)} below has ${code(theirs)}.`,
    'cgroups/limit-above': (_, { at, value }) =>
      `It is taken, but ${code(at)} above has ${code(value)}: the lowest on the way up holds.`,
    'cgroups/frozen': (_, { processes: count }) =>
      `${processes(count)} here and below stop, and so does whoever comes.`,
    'cgroups/thawed': (_, { processes: count }) => `${processes(count)} here and below may go on.`,
    'cgroups/frozen-above': (_, { at }) => `${code(at)} is frozen, and all below it.`,
    'cgroups/born-frozen': () => 'The group above is frozen, so this one is from its first moment.',
    'cgroups/killed': (_, { processes: gone }) =>
      gone.length === 0 ? 'Nobody was there.' : `KILL goes to ${gone.join(', ')}, frozen or not.`,
    'cgroups/kill-threads': () => 'Whole processes are killed, and this group holds threads.',
    'cgroups/forked': (who, { child }) => `${child} is born in the groups of ${who}.`,
    'cgroups/fork-refused': (_, { at, limit, current }) =>
      `${code(at)} holds ${current} of ${limit}: one more is refused, be the other groups ever so empty.`,
    'cgroups/pids-exceeded': (_, { at, limit, current }) =>
      `${code(at)} now holds ${current} of ${limit}: moving in is never refused, only fork is.`,
    'cgroups/exited': (who) => `${who} is gone.`,
    'cgroups/emptied': (at) => `${code(at)} is empty: \`cgroup.events\` says \`populated 0\`.`,
    'cgroups/read': (at, { file }) => `From ${code(`${at}/${file}`.replace('//', '/'))}.`,
  },

  moves: {
    mkdir: ({ by, at }) => `${by}: ${code(`mkdir ${at}`)}`,
    rmdir: ({ by, at }) => `${by}: ${code(`rmdir ${at}`)}`,
    write: ({ by, at, file, text }) => `${by}: ${code(`echo ${text} > ${at}/${file}`.replace('//', '/'))}`,
    read: ({ by, at, file }) => `${by}: ${code(`cat ${at}/${file}`.replace('//', '/'))}`,
    delegate: ({ at, to }) => `root gives ${code(at)} to ${to}`,
    fork: ({ by }) => `${by} forks`,
    exit: ({ by }) => `${by} exits`,
  },

  outcomes: {
    done: () => 'done',
    text: ({ text }) => (text === '' ? 'nothing' : code(text.replaceAll('\n', ' · '))),
    error: ({ errno }) => `${code(errno)}: ${errors[errno]}`,
    'no-actor': () => 'not possible: no such process, or it is frozen',
    'left-out': () => 'this model leaves it out',
  },

  leftOut: {
    threads: 'processes with several threads: here each has one',
    'root-group': 'the root group, which has few files and is free of the rule about processes',
    self: '`echo 0`, which means whoever writes',
    'fork-into': '`clone` straight into a group',
    zombies: 'zombies, which count for `pids.current` and not for `populated`',
    namespaces: 'cgroup namespaces, and the option `nsdelegate`',
    partitions: '`cpuset.cpus.partition` and exclusive CPUs',
    'memory-in-use': 'memory in use: what a limit below it reclaims or kills',
    'huge-numbers': 'CPU quotas of 2⁴⁴ µs and more',
    io: 'the files of `io`: it is there to be enabled',
    pressure: 'statistics, pressure, and events of limits',
    'other-controllers': 'swap, hugetlb, rdma, misc, devices, net_cls and others',
    'release-agent': 'v1’s release agent and `cgroup.clone_children`',
    remount: 'mounting: v1’s controllers together, or some on v2',
    hotplug: 'CPUs that go offline, and machines with several memory nodes',
    'dying-groups': 'a removed group’s last moments: v1 still holds its quota against the group above',
  },
}
