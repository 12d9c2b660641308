import type { Language } from '../language/index.ts'

type Introduction = { title: string; lede: string; promises: { name: string; text: string }[] }

/** What the first page says of the book: its question, and the three promises. */
export const introductions: Record<Language, Introduction> = {
  en: {
    title: 'What happens under a container',
    lede: 'Half the notes on the web about containers are stale, and none of them can prove otherwise. This book can. It starts from one Linux process and ends at a mesh of thousands, and it shows its working on every page.',
    promises: [
      {
        name: 'Every command has been run',
        text: 'Commands are replayed on a real kernel. The page shows the output that came back, and when, and on what; a command that still awaits its proof says so.',
      },
      {
        name: 'Every picture computes',
        text: 'A widget is the view of a model. Step it, scrub it back, break it: it explains each decision, and every state has a link.',
      },
      {
        name: 'Every model is checked',
        text: 'The same cases go to the model and to the real thing. The page says how often they agree, what is left out, and which check is still owed.',
      },
    ],
  },
  'zh-cn': {
    title: '容器底下，究竟发生了什么',
    lede: '网上讲容器的笔记，一半已经过时，而且没有一篇能证明自己没过时。这本书能。它从一个 Linux 进程讲起，一直讲到成千上万个进程织成的网格，每一页都亮出证据。',
    promises: [
      {
        name: '每条命令都跑过',
        text: '书里的命令在真实的内核上重放。页面上的输出就是当时的输出，何时跑的、在哪儿跑的，一并写明；还没跑的，也照实写着。',
      },
      {
        name: '每张图都在计算',
        text: '图的背后是模型。可以单步，可以倒退，也可以把它弄坏：每个决定它都说得出理由，每个状态都有链接。',
      },
      {
        name: '每个模型都对过质',
        text: '同一批用例，既问模型，也问真家伙。两边多少次一致、哪些没有建模、哪些还欠着没查，页面上都写着。',
      },
    ],
  },
}
