/** Moves as a link holds them: a letter, then a name, then one letter more where there is a choice. */
import type { Action } from './types.ts'

const letters = {
  ...{ create: 'c', update: 'u', relabel: 'l', rewrite: 'w', delete: 'd', elsewhere: 'e' },
  ...{ list: 'L', watch: 'W', receive: 'R', bookmark: 'B', cut: 'X', compact: 'F' },
} as const satisfies Record<Action['do'], string>

export const writeMove = (move: Action): string => {
  const letter = letters[move.do]
  switch (move.do) {
    case 'create':
      return `${letter}-${move.name}-${move.matches ? 'y' : 'n'}`
    case 'update':
      return `${letter}-${move.name}-${move.based === 'cache' ? 'c' : 's'}`
    case 'relabel':
    case 'rewrite':
    case 'delete':
      return `${letter}-${move.name}`
    default:
      return letter
  }
}

const plain = ['elsewhere', 'list', 'watch', 'receive', 'bookmark', 'cut', 'compact'] as const
const named = ['relabel', 'rewrite', 'delete'] as const

export const readMove = (text: string): Action | undefined => {
  const [, letter, name, choice] = /^([a-zA-Z])(?:-([a-z]{1,12})(?:-([a-z]))?)?$/.exec(text) ?? []
  if (name === undefined) {
    const found = plain.find((one) => letters[one] === letter)
    return found && { do: found }
  }
  if (choice === undefined) {
    const found = named.find((one) => letters[one] === letter)
    return found && { do: found, name }
  }
  if (letter === letters.create && /[yn]/.test(choice)) return { do: 'create', name, matches: choice === 'y' }
  if (letter === letters.update && /[cs]/.test(choice))
    return { do: 'update', name, based: choice === 'c' ? 'cache' : 'server' }
  return undefined
}
