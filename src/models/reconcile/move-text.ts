/** A move as a link holds it: `s-web-3`. What stands there otherwise is no move. */
import { hashKey } from './labels.ts'
import type { Action, Labels, Move, Propagation, Share, Strategy, Turn } from './types.ts'

const letters = {
  'deployment-controller': 'D',
  'garbage-collector': 'G',
  kubelet: 'K',
} as const satisfies Partial<Record<Turn['do'], string>>

const propagations = { B: 'Background', F: 'Foreground', O: 'Orphan' } as const

const writeShare = (share: Share): string => String(share).replace('%', 'p')

const writeStrategy = (strategy: Strategy): string =>
  strategy.type === 'Recreate'
    ? 'R'
    : `${writeShare(strategy.maxSurge)}-${writeShare(strategy.maxUnavailable)}`

const writeLabels = (labels: Labels): string =>
  [labels['app'] ?? '', ...(labels[hashKey] === undefined ? [] : [labels[hashKey]])].join('-')

export const writeMove = (move: Move): string => {
  switch (move.do) {
    case 'create':
      return `c-${move.name}-${move.replicas}-${move.image}-${writeStrategy(move.strategy)}`
    case 'scale':
      return `s-${move.name}-${move.replicas}`
    case 'scale-set':
      return `z-${move.set.replace('-', '_')}-${move.replicas}`
    case 'set-image':
      return `i-${move.name}-${move.image}`
    case 'pause':
      return `p-${move.name}`
    case 'resume':
      return `r-${move.name}`
    case 'delete':
      return `d-${move.name}-${move.propagation.slice(0, 1)}`
    case 'create-pod':
      return `n-${move.image}-${writeLabels(move.labels)}`
    case 'delete-pod':
      return `x-${move.pod}`
    case 'relabel-pod':
      return `l-${move.pod}-${writeLabels(move.labels)}`
    case 'wait':
      return `w-${move.seconds}`
    case 'replicaset-controller':
      return ['R', move.uid, ...move.victims].join('-')
    default:
      return `${letters[move.do]}-${move.uid}`
  }
}

const word = /^[a-z0-9]{1,12}$/
const isWord = (text: string | undefined): text is string => text !== undefined && word.test(text)

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined

const shareFrom = (text: string | undefined): Share | undefined =>
  text !== undefined && /^\d{1,3}p$/.test(text) ? `${Number.parseInt(text, 10)}%` : numberFrom(text)

const labelsFrom = ([app, hash, ...more]: readonly string[]): Labels | undefined =>
  isWord(app) && more.length === 0 && (hash === undefined || isWord(hash))
    ? { app, ...(hash === undefined ? {} : { [hashKey]: hash }) }
    : undefined

const strategyFrom = ([first, second, ...more]: readonly string[]): Strategy | undefined => {
  if (more.length > 0) return undefined
  if (first === 'R') return second === undefined ? { type: 'Recreate' } : undefined
  const maxSurge = shareFrom(first)
  const maxUnavailable = shareFrom(second)
  return maxSurge === undefined || maxUnavailable === undefined
    ? undefined
    : { type: 'RollingUpdate', maxSurge, maxUnavailable }
}

export const readMove = (text: string): Move | undefined => {
  const [letter, ...parts] = text.split('-')
  const turn = readTurn(letter, parts)
  return turn ?? readAction(letter, parts)
}

const readTurn = (letter: string | undefined, [first, ...rest]: readonly string[]): Turn | undefined => {
  const uid = numberFrom(first)
  if (uid === undefined) return undefined
  if (letter === 'R') {
    const victims = rest.map(numberFrom)
    return victims.every((each) => each !== undefined)
      ? { do: 'replicaset-controller', uid, victims }
      : undefined
  }
  const who = (Object.keys(letters) as (keyof typeof letters)[]).find((each) => letters[each] === letter)
  return who && rest.length === 0 ? { do: who, uid } : undefined
}

const readAction = (letter: string | undefined, parts: readonly string[]): Action | undefined => {
  const [first, second, third, ...rest] = parts
  const number = numberFrom(first)
  const replicas = numberFrom(second)
  switch (letter) {
    case 'c': {
      const strategy = strategyFrom(rest)
      if (!isWord(first) || replicas === undefined || !isWord(third) || !strategy) return undefined
      return { do: 'create', name: first, replicas, image: third, strategy }
    }
    case 'n': {
      const labels = labelsFrom(parts.slice(1))
      return isWord(first) && labels ? { do: 'create-pod', image: first, labels } : undefined
    }
    case 'l': {
      const labels = labelsFrom(parts.slice(1))
      return number !== undefined && labels ? { do: 'relabel-pod', pod: number, labels } : undefined
    }
    default:
      return parts.length > 2 ? undefined : readShort(letter, first, second)
  }
}

const readShort = (
  letter: string | undefined,
  first: string | undefined,
  second: string | undefined,
): Action | undefined => {
  const number = numberFrom(first)
  const replicas = numberFrom(second)
  switch (letter) {
    case 'x':
      return number !== undefined && second === undefined ? { do: 'delete-pod', pod: number } : undefined
    case 'w':
      return number !== undefined && second === undefined ? { do: 'wait', seconds: number } : undefined
    case 'z': {
      const set = /^[a-z0-9]{1,12}_[a-z0-9]{1,12}$/.test(first ?? '') ? first?.replace('_', '-') : undefined
      return set !== undefined && replicas !== undefined ? { do: 'scale-set', set, replicas } : undefined
    }
    default:
      return isWord(first) ? readOnDeployment(letter, first, second) : undefined
  }
}

const readOnDeployment = (
  letter: string | undefined,
  name: string,
  second: string | undefined,
): Action | undefined => {
  const replicas = numberFrom(second)
  switch (letter) {
    case 's':
      return replicas === undefined ? undefined : { do: 'scale', name, replicas }
    case 'i':
      return isWord(second) ? { do: 'set-image', name, image: second } : undefined
    case 'p':
    case 'r':
      return second === undefined ? { do: letter === 'p' ? 'pause' : 'resume', name } : undefined
    case 'd': {
      const propagation: Propagation | undefined = propagations[second as keyof typeof propagations]
      return propagation && { do: 'delete', name, propagation }
    }
    default:
      return undefined
  }
}
