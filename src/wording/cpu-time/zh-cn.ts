import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

const share = (cpus: number): string => `${round(cpus * 100, 1)}%`

const time = (microseconds: number): string =>
  `${round(microseconds / 1000, microseconds < 10_000 ? 2 : 1)} ms`

const weight = (value: number): string => round(value, 1)

const where = (cpu: number | undefined): string => (cpu === undefined ? '在全部 CPU 上' : `在 CPU ${cpu} 上`)

/** The work of a request, whose threads run side by side. */
const job = (work: number, threads: number): string =>
  threads === 1 ? `要干 ${time(work)}` : `${threads} 个线程各干 ${time(work)}`

export const zhCn: Wording = {
  share,
  time,

  reasons: {
    'cpu-time/idle-claims-nothing': (who, { weight: own }) =>
      `${code(who)} 没有要跑的东西，权重 ${own} 等于不存在，CPU 全归别人分。`,
    'cpu-time/alone-takes-all': (who, { cpu, gets }) =>
      `${where(cpu)}没有谁跟 ${code(who)} 争。权重不论多少，能用的都归它：${share(gets)}。`,
    'cpu-time/weight-among-rivals': (who, { cpu, weight: own, sum, of, gets }) =>
      `${where(cpu)}，${code(who)} 的权重占 ${weight(sum)} 中的 ${weight(own)}：${weight(own)} ÷ ${weight(sum)} × ${share(of)} = ${share((of * own) / sum || gets)}。`,
    'cpu-time/weight-split-over-cpus': (who, { weight: own, parts }) =>
      `${code(who)} 在所有 CPU 上合起来只有一份权重 ${own}，按负载的分布拆开：${parts.map((part) => `CPU ${part.cpu} 上 ${weight(part.weight)}`).join('，')}。`,
    'cpu-time/part-of-a-part': (who, { parent, cpu, of }) =>
      `${where(cpu)}，${code(who)} 和同级的组分的是 ${code(parent)} 到手的那一份：${share(of)}，多一点也没有。`,
    'cpu-time/thread-beside-groups': (who, { threads, weight: each }) =>
      `${code(who)} 里有 ${threads} 个线程与子组并列，每个都以 ${each} 的权重（v1 里是 1024）跟子组争。cgroup v2 只在根组和线程化的组里允许这样。`,
    'cpu-time/cpus-added-up': (who, { parts, gets }) =>
      `${code(who)} 合计：${parts.map((part) => share(part.gets)).join(' + ')} = ${share(gets)}（以一个 CPU 为 100%）。`,
    'cpu-time/cpu-left-idle': (_, { cpu }) =>
      `在跑的线程都绑在别处，CPU ${cpu} 只能闲着。权重再大，也不会把绑定的线程搬过去。`,
    'cpu-time/one-thread-one-cpu': (who, { most, claim }) =>
      `按权重，${code(who)} 该得 ${share(claim)}。可一个线程同一时刻只能在一个 CPU 上跑，它最多用得了 ${share(most)}。`,
    'cpu-time/rest-to-the-others': (who, { claim, gets }) =>
      `别人用不掉的，由其余各组按权重再分：${code(who)} 得到 ${share(gets)}，而不是 ${share(claim)}。`,
    'cpu-time/moved-by-the-kernel': (_, { cpus }) =>
      `线程没有绑定，由内核在 ${cpus} 个 CPU 之间搬动。实际结果接近这里的数，但不会分毫不差。`,
    'cpu-time/timer-starts': (who, { next, left }) =>
      `${code(who)} 开始运行，它的周期定时器随之启动。手上有 ${time(left)}，下一个周期从 ${time(next)} 开始。`,
    'cpu-time/timer-stops': (who, { left }) =>
      `整整一个周期里 ${code(who)} 都没有运行，定时器停下。手上留着 ${time(left)}，周期数不再增加。`,
    'cpu-time/period-begins': (who, { max, kept, left }) =>
      kept > 0
        ? `新周期开始：${code(who)} 攒下 ${time(kept)}，又领到 ${time(max)}，手上共 ${time(left)}。`
        : `新周期开始：${code(who)} 领到 ${time(max)}。`,
    'cpu-time/unspent-lost': (who, { lost, burst }) =>
      burst > 0
        ? `${code(who)} 最多只能攒 ${time(burst)}（${code('cpu.max.burst')}），多出的 ${time(lost)} 作废。`
        : `${code(who)} 有 ${time(lost)} 没用完。没有设 ${code('cpu.max.burst')}，没用完就作废。`,
    'cpu-time/burst-used': (who, { over, bursts }) =>
      `${code(who)} 用掉的比一份配额多 ${time(over)}，多的部分出自先前攒下的：${code(`nr_bursts ${bursts}`)}。`,
    'cpu-time/quota-spent': (who, { spent, until, cpus }) =>
      `${code(who)} 用完了 ${time(spent)}，在 ${cpus} 个 CPU 上被限流，直到 ${time(until)}，机器再空闲也一样${cpus > 1 ? `；这段时间在 ${code('throttled_usec')} 里要记 ${cpus} 遍` : ''}。`,
    'cpu-time/held-with-outer': (who, { outer }) =>
      `${code(who)} 自己的配额没有用完，但它在 ${code(outer)} 之内，而 ${code(outer)} 用完了，于是一起停下。这笔账只记在 ${code(outer)} 头上。`,
    'cpu-time/period-was-throttled': (who, { throttled }) =>
      `周期结束时 ${code(who)} 正被限流：${code(`nr_throttled ${throttled}`)}。一个周期里停过几次都只记一次。`,
    'cpu-time/job-comes': (who, { work, waiting, threads }) =>
      `${code(who)} 收到一个请求：${job(work, threads)}。${waiting > 0 ? `前面还排着 ${waiting} 个。` : ''}`,
    'cpu-time/job-done': (who, { took, work, threads }) =>
      took - work < 1
        ? `${code(who)} 用 ${time(took)} 答复：${job(work, threads)}，一点没等。`
        : `${code(who)} 用 ${time(took)} 答复：${job(work, threads)}，另外等了 ${time(took - work)}。`,
  },

  leftOut: {
    slices:
      '切片：每个 CPU 一次领 5 ms 配额，可能有的 CPU 攥着用不上，有的却不够；攥着的也算用掉了，还会被记成突发',
    ticks:
      '时钟滴答：配额用完，内核最多晚一个滴答（250 Hz 时是 4 ms）才发觉；周期减配额不足一个滴答时，被限流的周期比这里算的少',
    overdraft: '发觉之前多用的部分（从下一个周期里扣）',
    balancing: '负载均衡：没绑定的线程此刻在哪个 CPU，要等多久才被搬走',
    'load-history': '负载的记忆（32 ms 减半），权重因此总是慢一步跟上负载',
    'tick-weights':
      '权重何时重算：要等时钟滴答落下时组正好在这个 CPU 上运行；线程若总在两次滴答之间让出 CPU，旧权重可能一用就是好几秒',
    'whole-units': '取整：组在每个 CPU 上的负载按整数记，而权重 1 在所有 CPU 上合起来才 10 个单位',
    'debts-forgotten':
      '配额补满后先轮到谁：从 Linux 6.18 起，被限流的组每到新周期都像谁也没跑过一样从头排队；周期只有几个滴答长时，组里人人都能轮上一回，权重大小不管用',
    nice: '`nice` 与 `cpu.weight.nice`：这里的线程 nice 都是 0',
    'real-time': '实时线程与 deadline 线程（它们排在所有这些之前）',
    'idle-groups': '`cpu.idle`',
    autogroups: '会话的 autogroup，以及根组自己的线程',
    smt: '共用一个核的 CPU，以及主频变化',
    outside: '机器上其余进程的用量（对照时另行测出并扣除）',
    'wake-ups': '谁先跑：这里只算跑多少，不算多快轮到',
  },
}
