import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

const share = (cpus: number): string => `${round(cpus * 100, 1)} %`

const time = (microseconds: number): string =>
  `${round(microseconds / 1000, microseconds < 10_000 ? 2 : 1)} ms`

const weight = (value: number): string => round(value, 1)

const where = (cpu: number | undefined): string => (cpu === undefined ? 'On all CPUs' : `On CPU ${cpu}`)

const cpus = (count: number): string => (count === 1 ? '1 CPU' : `${count} CPUs`)

/** The work of a request, whose threads run side by side. */
const job = (work: number, threads: number): string =>
  threads === 1 ? `${time(work)} of work` : `${time(work)} of work on each of ${threads} threads`

export const en: Wording = {
  share,
  time,

  reasons: {
    'cpu-time/idle-claims-nothing': (who, { weight: own }) =>
      `${code(who)} has nothing to run. Its weight of ${own} counts for nobody; the others divide all there is.`,
    'cpu-time/alone-takes-all': (who, { cpu, gets }) =>
      `${where(cpu)} nobody competes with ${code(who)}. Whatever its weight, it takes all of it: ${share(gets)}.`,
    'cpu-time/weight-among-rivals': (who, { cpu, weight: own, sum, of, gets }) =>
      `${where(cpu)} ${code(who)} competes with ${weight(own)} of ${weight(sum)}: ${weight(own)} ÷ ${weight(sum)} × ${share(of)} = ${share((of * own) / sum || gets)}.`,
    'cpu-time/weight-split-over-cpus': (who, { weight: own, parts }) =>
      `${code(who)} has one weight for all CPUs. Its ${own} is split as its load is: ${parts.map((part) => `${weight(part.weight)} on CPU ${part.cpu}`).join(', ')}.`,
    'cpu-time/part-of-a-part': (who, { parent, cpu, of }) =>
      `${where(cpu)} ${code(who)} divides with its siblings what ${code(parent)} gets: ${share(of)}, no more.`,
    'cpu-time/thread-beside-groups': (who, { threads, weight: each }) =>
      `${code(who)} has ${threads === 1 ? 'a thread' : `${threads} threads`} beside its child groups. Each competes with them, with a weight of ${each} (v1: 1024). cgroup v2 allows this in the root and in threaded groups alone.`,
    'cpu-time/cpus-added-up': (who, { parts, gets }) =>
      `${code(who)} in all: ${parts.map((part) => share(part.gets)).join(' + ')} = ${share(gets)} of one CPU.`,
    'cpu-time/cpu-left-idle': (_, { cpu }) =>
      `Nobody who runs may use CPU ${cpu}. It stays idle; no weight moves pinned threads there.`,
    'cpu-time/one-thread-one-cpu': (who, { most, claim }) =>
      `Its weight gives ${code(who)} ${share(claim)}. A thread runs on one CPU at a time, so it can use ${share(most)}.`,
    'cpu-time/rest-to-the-others': (who, { claim, gets }) =>
      `What others cannot use is divided among the rest by weight: ${code(who)} gets ${share(gets)} instead of ${share(claim)}.`,
    'cpu-time/moved-by-the-kernel': (_, { cpus: count }) =>
      `No thread is pinned. The kernel moves them between ${cpus(count)}, and comes near these numbers; it does not reach them.`,
    'cpu-time/timer-starts': (who, { next, left }) =>
      `${code(who)} runs, so its period timer starts. It has ${time(left)} in hand; the next period begins at ${time(next)}.`,
    'cpu-time/timer-stops': (who, { left }) =>
      `Nobody in ${code(who)} ran for a whole period, so the timer stops. ${time(left)} stay in hand; periods are no longer counted.`,
    'cpu-time/period-begins': (who, { max, kept, left }) =>
      kept > 0
        ? `A period begins: ${code(who)} kept ${time(kept)} and is given ${time(max)}. In hand: ${time(left)}.`
        : `A period begins: ${code(who)} is given ${time(max)}.`,
    'cpu-time/unspent-lost': (who, { lost, burst }) =>
      burst > 0
        ? `${code(who)} may keep ${time(burst)} (${code('cpu.max.burst')}), no more: ${time(lost)} are lost.`
        : `${code(who)} did not spend ${time(lost)} of it. Without ${code('cpu.max.burst')} that is lost.`,
    'cpu-time/burst-used': (who, { over, bursts }) =>
      `${code(who)} spent ${time(over)} more than one quota, out of what it had kept: ${code(`nr_bursts ${bursts}`)}.`,
    'cpu-time/quota-spent': (who, { spent, until, cpus: count }) =>
      `${code(who)} has spent ${time(spent)}. It is throttled on ${cpus(count)} until ${time(until)}, even if the machine is idle${count > 1 ? `; ${code('throttled_usec')} counts that ${count} times` : ''}.`,
    'cpu-time/held-with-outer': (who, { outer }) =>
      `${code(who)} has not spent its own quota, but it lies in ${code(outer)}, which has. It is held; only ${code(outer)} counts it.`,
    'cpu-time/period-was-throttled': (who, { throttled }) =>
      `The period ends with ${code(who)} throttled: ${code(`nr_throttled ${throttled}`)}. However often it was stopped, a period counts once.`,
    'cpu-time/job-comes': (who, { work, waiting, threads }) =>
      `A request comes to ${code(who)}: ${job(work, threads)}.${waiting > 0 ? ` Before it ${waiting === 1 ? 'waits 1' : `wait ${waiting}`}.` : ''}`,
    'cpu-time/job-done': (who, { took, work, threads }) =>
      took - work < 1
        ? `${code(who)} has answered after ${time(took)}: ${job(work, threads)}, and not a moment of waiting.`
        : `${code(who)} has answered after ${time(took)}: ${job(work, threads)}, and ${time(took - work)} of waiting.`,
  },

  leftOut: {
    slices:
      'slices: a CPU draws 5 ms of quota at a time, so a few CPUs can hold what another lacks, and what they hold counts as used, as a burst too',
    ticks:
      'ticks: the kernel notices a spent quota up to a tick late (4 ms at 250 Hz), so where period − quota is less than a tick, fewer periods are throttled',
    overdraft: 'what was spent beyond the quota until that was noticed; the next period pays for it',
    balancing: 'balancing: where an unpinned thread is at an instant, and how long it waits to be moved',
    'load-history': 'the memory of load (half of it fades in 32 ms), by which a weight follows load late',
    'tick-weights':
      'when weights are reckoned: a group’s weight on a CPU follows its load when a tick meets it there; threads that give the CPU up between ticks may keep an old one for seconds',
    'whole-units':
      'rounding: what a CPU has of a group’s load is counted in whole units, of which a weight of 1 is ten for all CPUs together',
    'debts-forgotten':
      'who is next when a quota is filled again: since Linux 6.18 a group that was held begins each period as if nobody in it had run, so in periods of a few ticks everybody in it has a turn, whatever the weights',
    nice: '`nice` and `cpu.weight.nice`: every thread here has nice 0',
    'real-time': 'real-time and deadline threads, which run before all of these',
    'idle-groups': '`cpu.idle`',
    autogroups: 'autogroups of sessions, and the root group’s own threads',
    smt: 'CPUs that share a core, and frequencies',
    outside: 'what the rest of the machine uses; in the checks it is measured and taken off',
    'wake-ups': 'who runs first: only how much, not how soon',
  },
}
