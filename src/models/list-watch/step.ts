import { bookmark } from './bookmark.ts'
import { compact, cut, list, receive, watch } from './client.ts'
import { isIdle } from './idle.ts'
import { idle, type Step } from './result.ts'
import type { Action, State } from './types.ts'
import { create, relabel, remove, rewrite, update, writeElsewhere } from './write.ts'

export const init = (): State => ({
  ...{ version: 0, objects: [], history: [], forgotten: 0 },
  client: { phase: 'new', cache: [], at: 0 },
})

export const step = (state: State, action: Action): Step =>
  isIdle(state, action) ? idle(state) : make(state, action)

const make = (state: State, action: Action): Step => {
  switch (action.do) {
    case 'create':
      return create(state, action)
    case 'update':
      return update(state, action)
    case 'relabel':
      return relabel(state, action)
    case 'rewrite':
      return rewrite(state, action)
    case 'delete':
      return remove(state, action)
    case 'elsewhere':
      return writeElsewhere(state)
    case 'list':
      return list(state)
    case 'watch':
      return watch(state)
    case 'receive':
      return receive(state)
    case 'bookmark':
      return bookmark(state)
    case 'cut':
      return cut(state)
    case 'compact':
      return compact(state)
  }
}
