/** What a snippet says, in both languages. */
import type { Language } from '../language/languages.ts'

const en = {
  figure: (name: string) => `Runnable code: ${name}`,
  buttons: { run: 'Run', edit: 'Edit', stop: 'Stop', reset: 'Reset' },
  needsScript: 'Running and editing it here needs JavaScript.',
  fromTests: 'Output (run by Node in the tests: this is what it printed)',
  fromHere: 'Output (run here, in your browser)',
  editor: (name: string) => `Edit ${name}`,
  editorHint: 'Tab indents; Esc, then Tab leaves the code. Ctrl or ⌘ + Enter runs it.',
  running: 'Running…',
  stopped: 'Stopped.',
  outOfTime: (seconds: number) => `Stopped after ${seconds} seconds: it did not end by itself.`,
  notLoaded: 'The runner could not be loaded. Check the connection and run again.',
  same: 'Done. The output is the one Node printed.',
  differs: (line: number) => `Done. The output differs from the one Node printed, first on line ${line}.`,
  uncompared: 'Done. With lines dropped, the output was not compared.',
  dropped: (count: number) => `${count.toLocaleString('en')} more lines were dropped.`,
  failed: (message: string, line: number | undefined) =>
    line === undefined ? message : `line ${line}: ${message}`,
}

export type Words = typeof en

const zhCn: Words = {
  figure: (name) => `可运行的代码：${name}`,
  buttons: { run: '运行', edit: '编辑', stop: '停止', reset: '还原' },
  needsScript: '要在这里运行或编辑，需启用 JavaScript。',
  fromTests: '输出（测试时由 Node 运行，这是它实际打印的内容）',
  fromHere: '输出（刚才在你的浏览器里运行）',
  editor: (name) => `编辑 ${name}`,
  editorHint: 'Tab 键缩进；先按 Esc 再按 Tab 可离开代码框。Ctrl（或 ⌘）+ Enter 运行。',
  running: '运行中……',
  stopped: '已停止。',
  outOfTime: (seconds) => `跑了 ${seconds} 秒还没结束，已停止。`,
  notLoaded: '运行器没能加载，请检查网络后再试。',
  same: '运行完毕，输出与 Node 打印的一致。',
  differs: (line) => `运行完毕，输出与 Node 打印的不同，从第 ${line} 行开始。`,
  uncompared: '运行完毕。输出太长，有省略，未作比较。',
  dropped: (count) => `另有 ${count.toLocaleString('en')} 行没有显示。`,
  failed: (message, line) => (line === undefined ? message : `第 ${line} 行：${message}`),
}

const tables: Record<Language, Words> = { en, 'zh-cn': zhCn }

export const wordsOf = (language: Language): Words => tables[language]
