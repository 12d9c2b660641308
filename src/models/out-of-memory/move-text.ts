/** A move as a link holds it: `a-app-2560`. What stands there otherwise is no move. */
import type { Action } from './types.ts'

export const writeMove = (action: Action): string => {
  switch (action.do) {
    case 'allocate':
      return `a-${action.by}-${action.pages}`
    case 'read':
      return `r-${action.by}-${action.pages}`
    case 'move':
      return `m-${action.by}-${action.to}`
    case 'adjust':
      return `j-${action.by}-${action.adj}`
    case 'limit':
      return `l-${action.group}-${action.max}`
    case 'together':
      return `t-${action.group}-${action.on ? 1 : 0}`
  }
}

const shape = /^([armjlt])-([a-z0-9]{1,12})-([a-z]{1,12}|-?\d{1,8})$/

export const readMove = (text: string): Action | undefined => {
  const [, letter, name = '', last = ''] = shape.exec(text) ?? []
  const number = Number(last)
  const isWhole = Number.isInteger(number) && number >= 0
  switch (letter) {
    case 'a':
      return isWhole ? { do: 'allocate', by: name, pages: number } : undefined
    case 'r':
      return isWhole ? { do: 'read', by: name, pages: number } : undefined
    case 'm':
      return Number.isNaN(number) ? { do: 'move', by: name, to: last } : undefined
    case 'j':
      return Math.abs(number) <= 1000 ? { do: 'adjust', by: name, adj: number } : undefined
    case 'l':
      return isWhole ? { do: 'limit', group: name, max: number } : undefined
    case 't':
      return number === 0 || number === 1 ? { do: 'together', group: name, on: number === 1 } : undefined
    default:
      return undefined
  }
}
