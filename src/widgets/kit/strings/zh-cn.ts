import { shortKernel, sumDeclared, type TargetAgreement } from '../agreement-record.ts'
import type { Strings } from './types.ts'

const units: Readonly<Record<string, string>> = { points: ' 个百分点', pages: ' 页', '%': '%' }

/** 一个模型分几面去对照时，各面的叫法。 */
const sides: Readonly<Record<string, string>> = {
  moved: '（不绑 CPU 的线程）',
  quotas: '（配额）',
  requests: '（配额下的请求）',
}

const agreementOn = (on: TargetAgreement): string => {
  const number = (value: number) => value.toLocaleString('en')
  const { target, aspect = '', kernel, k3s, date, error, notApplicable, cases, agreed } = on
  const unit = error && (units[error.unit] ?? ` ${error.unit}`)
  const figures = [
    `${target}${sides[aspect] ?? ' '}上 ${number(cases - notApplicable)} 例中 ${number(agreed)} 例`,
    ...(error ? [`平均误差 ${error.mean.toFixed(2)}${unit}，最大 ${error.worst.toFixed(2)}${unit}`] : []),
    ...(notApplicable > 0 ? [`另有 ${number(notApplicable)} 例不适用`] : []),
  ]
  const what = k3s ? `${k3s.version}${k3s.release ? '' : '，从源码编译'}` : `Linux ${shortKernel(kernel)}`
  return `${figures.join('，')}（${what}，${date}）`
}

export const zhCn: Strings = {
  lang: 'zh-CN',
  transport: '时间',
  play: '播放',
  pause: '暂停',
  back: '退一步',
  forward: '进一步',
  instant: '时刻',
  position: (now, end) => `第 ${now} 步，共 ${end} 步`,
  keys: '左右方向键：退一步、进一步。Home：回到开头。End：到最后一步。焦点在滑块上时按空格：播放或暂停。',
  scenario: '情节',
  start: '一切还没开始',
  story: '把整个情节列成表',
  storyColumns: ['做了什么', '结果如何'],
  yourTurn: '轮到你：把它弄坏',
  as: (actor) => `以 ${actor} 的身份`,
  nobody: '没有谁还能动手了。退回几步，或者重新开始。',
  full: '步数太多了，重新开始吧。',
  again: '重新开始',
  why: '原因',
  predict: '先猜猜看',
  right: '猜对了。',
  wrong: (guess) => `不是“${guess}”。`,
  copyLink: '复制此刻的链接',
  copied: '已复制。',
  notCopied: '浏览器不让复制；链接就在地址栏里。',
  unchecked: '这个模型还没有与实际系统对照过的记录。',
  agrees: (record) =>
    `随机用例里模型与实测一致的：${record.map(agreementOn).join('；')}。已声明的差异 ${sumDeclared(record)} 处。`,
  uncheckable: '沙箱里演示不了，所以没有实测：',
  leftOut: (count) => `模型之外：${count} 项`,
}
