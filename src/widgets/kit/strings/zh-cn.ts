import type { Strings } from './types.ts'

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
  why: '原因',
  predict: '先猜猜看',
  right: '猜对了。',
  wrong: (guess) => `不是“${guess}”。`,
  copyLink: '复制此刻的链接',
  copied: '已复制。',
  notCopied: '浏览器不让复制；链接就在地址栏里。',
  unchecked: '这个模型还没有与真实内核对照过的记录。',
  agrees: ({ agreed, cases, kernel, date, declared }) =>
    `${date} 用 ${cases.toLocaleString('en')} 段随机程序与 Linux ${kernel} 对照，${agreed.toLocaleString('en')} 段一致；已声明的差异 ${declared} 处。`,
  uncheckable: '沙箱里演示不了，所以没有拿去问过内核：',
  leftOut: (count) => `模型之外：${count} 项`,
}
