import type { Event } from '#models/list-watch'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

const list = (names: readonly string[]): string => names.map(code).join(', ')

const told = ({ type, name, version }: Event): string => `${type} ${code(name)}, version ${version}`

export const en: Wording = {
  reasons: {
    'list-watch/written': (name, { version, before }) =>
      before === undefined
        ? `${code(name)} is stored, and the counter of the whole store gives it version ${version}.`
        : `${code(name)} was at version ${before}; the counter of the whole store gives the change version ${version}.`,
    'list-watch/elsewhere': (_, { version }) =>
      `Something of another kind was written. It takes version ${version} from the same counter, and this client hears nothing of it.`,
    'list-watch/unchanged': (name, { version }) =>
      `Nothing in ${code(name)} is different, so nothing is stored: it stays at version ${version}, and nobody hears of it.`,
    'list-watch/exists': (name, { version }) => `There is a ${code(name)} already, at version ${version}.`,
    'list-watch/not-found': (name) => `There is no ${code(name)}.`,
    'list-watch/conflict': (name, { based, version }) =>
      `The change was made to ${code(name)} as of version ${based}, and the server has version ${version}. Somebody else was faster; read again, and decide again.`,
    'list-watch/listed': (_, { count, version, dropped }) =>
      `${count === 1 ? '1 object' : `${count} objects`} as of version ${version} of the whole store: from there a watch can go on.${
        dropped.length > 0
          ? ` ${list(dropped)} ${dropped.length === 1 ? 'is' : 'are'} not among them, so the cache drops ${dropped.length === 1 ? 'it' : 'them'}: no event has said so.`
          : ''
      }`,
    'list-watch/watched': (_, { from }) =>
      `The connection stays open; every change after version ${from} will come down it, in order.`,
    'list-watch/caught-up': (_, { missed }) =>
      `The server still remembers what happened meanwhile: ${missed === 1 ? '1 event comes' : `${missed} events come`} now. Nothing is lost.`,
    'list-watch/expired': (_, { from, forgotten }) =>
      `The client would go on after version ${from}, but the server remembers nothing before ${forgotten}. What happened in between nobody can tell it: it has to list again.`,
    'list-watch/heard': (_, { event }) => `The client hears ${told(event)}, and does the same in its cache.`,
    'list-watch/entered': (_, { event }) =>
      `${code(event.name)} was there before; now the selector asks for it. To this client that is ${told(event)}.`,
    'list-watch/left': (_, { event }) =>
      `${code(event.name)} still exists, but the selector no longer asks for it. To this client that is ${told(event)}.`,
    'list-watch/unheard': (name) =>
      `The selector does not ask for ${code(name)}, before or after: no event for this client.`,
    'list-watch/bookmarked': (_, { from, to }) =>
      `A bookmark has no object: it says that everything up to version ${to} has been sent. The client now goes on from ${to}, not from ${from}.`,
    'list-watch/cut': (_, { lost }) =>
      lost === 0
        ? 'The connection is gone. The client keeps its cache, and the last version it heard of.'
        : `The connection is gone, and with it ${lost === 1 ? 'the event' : `the ${lost} events`} on the way. The client keeps its cache, and the last version it heard of.`,
    'list-watch/forgotten': (_, { upTo }) =>
      `The server forgets how it came to version ${upTo}. What is stored stays; a watch that is open goes on.`,
    'list-watch/idle': () => 'Nothing can happen here now.',
  },
  moves: {
    create: ({ name, matches }) => `create ${code(name)}, ${matches ? 'with' : 'without'} the label`,
    update: ({ name, based }) =>
      based === 'cache' ? `the client changes ${code(name)}, as its cache has it` : `change ${code(name)}`,
    relabel: ({ name }) => `change the label of ${code(name)}`,
    rewrite: ({ name }) => `write ${code(name)} again as it is`,
    delete: ({ name }) => `delete ${code(name)}`,
    elsewhere: () => 'write an object of another kind',
    list: () => 'the client lists',
    watch: () => 'the client watches',
    receive: () => 'the client reads an event',
    bookmark: () => 'the server sends a bookmark',
    cut: () => 'the connection breaks',
    compact: () => 'the server forgets old changes',
  },
  outcomes: {
    done: () => 'done',
    written: ({ version }) => `version ${version}`,
    listed: ({ names, version }) => `${names.length > 0 ? list(names) : 'nothing'}, version ${version}`,
    event: ({ event }) => told(event),
    refused: ({ reason, code: status }) => `${status} ${code(reason)}`,
    idle: () => 'nothing',
  },
  uncheckable: {
    'list-watch/bookmarked':
      'bookmarks: in the middle of a watch the server sends one about once a minute, when it likes, and no request makes it do so',
  },
  leftOut: {
    pages: 'long lists in pieces (`limit` and `continue`)',
    'streamed-list': 'a list as the beginning of a watch (`sendInitialEvents`)',
    consistency: 'reading from the server’s cache, at an exact version, or at least at one',
    'many-clients': 'more than one client and more than one API server',
    'work-queue': 'what a controller then does with the news: its queue, retries, resyncs',
    finalizers: 'deletion that waits: finalizers, grace periods',
    patches: 'patches and server-side apply',
    time: 'time: how long the server remembers (here it forgets when told)',
  },
}
