import type { ProofWords } from './proof.en.ts'

const units: Readonly<Record<string, string>> = { points: '百分点', pages: '页' }

/** “验证记录”一页的用语。 */
export const proofZhCn: ProofWords = {
  lede: '本页的每个数字都是从记录里数出来的；记录只由运行写下，没有别的来路。',
  summary: ({ counts, awaiting, pinned, oldest, kernels }) =>
    oldest === undefined
      ? `还没有任何记录，${awaiting} 条命令待验证。`
      : `${counts.verified} 条命令已验证，${counts.ran} 条只运行、未比对，${counts['not-run']} 条不运行，${counts.differs} 条不符，${awaiting} 条待验证。` +
        `记录下的输出有 ${pinned} 是锁定的。最早的一份记录写于 ${oldest}。在 ${kernels} 上跑过。`,
  records: '命令记录与目标',
  columns: {
    transcript: '命令记录',
    target: '目标',
    state: '状态',
    verified: '已验证',
    ran: '已运行',
    notRun: '未运行',
    awaiting: '待验证',
    pinned: '锁定',
    kernel: '内核',
    date: '日期',
  },
  states: { proved: '有效', stale: '已过期', awaiting: '待验证', differs: '不符' },
  reading:
    '“已验证”：输出逐行比对过。“已运行”：只查了退出状态。“已过期”：运行之后命令又改过。“锁定”：输出的字符里，有多大一份必须与字面或某种具体类型相符；“任意内容”不算。',
  models: '模型',
  noModels: '还没有哪个模型留下与真实系统比对的记录。每个交互图都会如实说明，并列出没有建模的部分。',
  modelColumns: {
    model: '模型',
    target: '目标',
    cases: '用例',
    agree: '一致',
    differ: '不一致',
    declared: '已声明',
    notApplicable: '不适用',
    error: '误差',
    rules: '触发过的规则',
    kernel: '内核',
    date: '日期',
  },
  errorText: ({ unit, mean, worst }) => `平均 ${mean}，最大 ${worst}（${units[unit] ?? unit}）`,
  mutationText: ({ model, killed, mutants }) =>
    `在 ${model} 的代码里逐个埋下 ${mutants} 处小错，仅凭记录就发现了 ${killed} 处；其余的为什么发现不了，逐条写在模型旁边。`,
  modelsReading:
    '同一批随机用例，既交给模型，也交给内核。“一致”：两边能看到的全都相同。“已声明”：已知的差异，交互图旁边写着原因。“不适用”：这个用例或这次采样在这里说明不了什么。“误差”：比对测量值时，模型偏了多少。',
  night: {
    title: '最近一次夜间运行',
    about:
      '夜间运行把一切重做一遍：每份命令记录在它写明的每个目标上回放，每个模型换一批新的随机用例。发现了什么就留下什么，偏差和跳过的也在内。',
    none: '还没有留下任何一次夜间运行。',
    when: ({ date, kernel, k3s, took }) =>
      `${date}${kernel === undefined ? '' : `，${kernel}`}${k3s ? `，k3s ${k3s.version}${k3s.release ? '' : '（非正式发布）'}` : ''}，用时${took}。`,
    transcripts: '命令记录 × 目标',
    transcriptCounts: ({ passed, drifted, skipped }) => `通过 ${passed}，有偏差 ${drifted}，跳过 ${skipped}`,
    cases: '新的随机用例',
    caseCounts: ({ agree, differ, declared, notApplicable, seed }) =>
      `一致 ${agree}，不一致 ${differ}，已声明 ${declared}，不适用 ${notApplicable}；种子 ${seed}`,
    nothingDrifted: '与记录写下时相比，没有任何偏差。',
    drifted: (count) => `与记录写下时相比，有 ${count} 处偏差：`,
    skipped: (count) => `跳过了 ${count} 项，原因如下`,
  },
  shell: '执行命令的 shell',
  shellText: '一份命令记录从头到尾由同一个 bash 执行，在自己的沙箱里。以下这些是固定的：',
  settings: {
    environment: '环境变量',
    shell: 'Shell',
    stdin: '标准输入',
    terminal: '终端（需要时）',
    directory: '起始目录',
    hostname: '主机名',
    namespaces: '独占的命名空间',
    covered: '用空目录盖住的位置',
    outputLimit: '每条命令保留的输出字节数',
  },
  placeholders: '哪些可以变',
  placeholdersText:
    '页面上带点线的输出，在命令记录里是一个占位符。它接受什么、拒绝什么，列在下面；每个例子都有测试跑过。',
  placeholderColumns: {
    type: '类型',
    meaning: '含义',
    accepts: '接受',
    refuses: '拒绝',
    expression: '表达式',
  },
}
