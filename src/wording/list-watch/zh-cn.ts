import type { Event } from '#models/list-watch'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const list = (names: readonly string[]): string => names.map(code).join('、')

const told = ({ type, name, version }: Event): string => `${type} ${code(name)}，版本 ${version}`

export const zhCn: Wording = {
  reasons: {
    'list-watch/written': (name, { version, before }) =>
      before === undefined
        ? `${code(name)} 存下了。整个数据库共用一个计数器，轮到它的是版本 ${version}。`
        : `${code(name)} 原是版本 ${before}；整个数据库共用一个计数器，这次改动拿到版本 ${version}。`,
    'list-watch/elsewhere': (_, { version }) =>
      `写的是另一类对象，用的还是同一个计数器：版本 ${version} 归了它。这个客户端什么也听不到。`,
    'list-watch/unchanged': (name, { version }) =>
      `${code(name)} 里没有一处不同，于是什么也没存：仍是版本 ${version}，也没有人听到什么。`,
    'list-watch/exists': (name, { version }) => `${code(name)} 已经有了，版本 ${version}。`,
    'list-watch/not-found': (name) => `没有 ${code(name)}。`,
    'list-watch/conflict': (name, { based, version }) =>
      `改动依据的是 ${code(name)} 的版本 ${based}，API server 手里已是版本 ${version}。有人抢先了一步：重新读，重新想。`,
    'list-watch/listed': (_, { count, version, dropped }) =>
      `${count} 个对象，截至整个数据库的版本 ${version}；watch 可以从这里接下去。${
        dropped.length > 0 ? `列表里没有 ${list(dropped)}，缓存就把它丢掉；这件事没有哪个事件说过。` : ''
      }`,
    'list-watch/watched': (_, { from }) => `连接一直开着；版本 ${from} 之后的每次改动都会依次送来。`,
    'list-watch/caught-up': (_, { missed }) =>
      `这段时间的事 API server 还记得：${missed} 个事件这就补上，一个不少。`,
    'list-watch/expired': (_, { from, forgotten }) =>
      `客户端想从版本 ${from} 接下去，可 ${forgotten} 以前的事 API server 已经不记得了。中间发生过什么，没人说得出：只能重新 list。`,
    'list-watch/heard': (_, { event }) => `客户端听到 ${told(event)}，照样改自己的缓存。`,
    'list-watch/entered': (_, { event }) =>
      `${code(event.name)} 早就有了，现在才归选择器管。在这个客户端看来，这是 ${told(event)}。`,
    'list-watch/left': (_, { event }) =>
      `${code(event.name)} 还在，只是选择器不再要它。在这个客户端看来，这是 ${told(event)}。`,
    'list-watch/unheard': (name) => `改前改后，选择器都不要 ${code(name)}：这个客户端没有事件。`,
    'list-watch/bookmarked': (_, { from, to }) =>
      `书签里没有对象，只说一句：版本 ${to} 以前的都送完了。客户端今后从 ${to} 接着听，不再是 ${from}。`,
    'list-watch/cut': (_, { lost }) =>
      `连接断了${lost > 0 ? `，路上的 ${lost} 个事件也没了` : ''}。客户端的缓存还在，最后听到的版本也还记得。`,
    'list-watch/forgotten': (_, { upTo }) =>
      `版本 ${upTo} 是怎么来的，API server 不记得了。存着的东西都在；开着的 watch 照常。`,
    'list-watch/idle': () => '眼下这里什么也发生不了。',
  },
  moves: {
    create: ({ name, matches }) => `新建 ${code(name)}，${matches ? '带' : '不带'}那个标签`,
    update: ({ name, based }) =>
      based === 'cache' ? `客户端按缓存里的样子改 ${code(name)}` : `改 ${code(name)}`,
    relabel: ({ name }) => `改 ${code(name)} 的标签`,
    rewrite: ({ name }) => `把 ${code(name)} 原样再写一遍`,
    delete: ({ name }) => `删除 ${code(name)}`,
    elsewhere: () => '写一个别类的对象',
    list: () => '客户端 list',
    watch: () => '客户端 watch',
    receive: () => '客户端读一个事件',
    bookmark: () => 'API server 送来书签',
    cut: () => '连接断开',
    compact: () => 'API server 忘掉旧的改动',
  },
  outcomes: {
    done: () => '完成',
    written: ({ version }) => `版本 ${version}`,
    listed: ({ names, version }) => `${names.length > 0 ? list(names) : '空的'}，版本 ${version}`,
    event: ({ event }) => told(event),
    refused: ({ reason, code: status }) => `${status} ${code(reason)}`,
    idle: () => '什么也没有',
  },
  uncheckable: {
    'list-watch/bookmarked': '书签：大约一分钟一次，watch 的半路上 API server 想送才送，没有哪个请求催得动它',
  },
  leftOut: {
    pages: '长列表分几次取（`limit` 与 `continue`）',
    'streamed-list': '把列表放在 watch 的开头来送（`sendInitialEvents`）',
    consistency: '从 API server 的缓存读、读某个确切的版本、读不早于某个版本的',
    'many-clients': '不止一个客户端、不止一个 API server',
    'work-queue': '控制器听到之后怎么办：队列、重试、定期重来',
    finalizers: '要等的删除：finalizer、宽限期',
    patches: 'patch 与 server-side apply',
    time: '时间：API server 能记多久（这里是叫它忘，它才忘）',
  },
}
