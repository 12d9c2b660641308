/** From the numbers of the model `namespaces` to names that count each kind by itself, and back. */
import { plainKinds, type Kind, type PlainKind, type State as Processes } from '#models/namespaces'
import type { Name } from './types.ts'

const isPlain = (kind: Kind): kind is PlainKind => (plainKinds as readonly Kind[]).includes(kind)

const plainOf = ({ plain }: Processes, kind: PlainKind) => plain.filter((one) => one.kind === kind)

export const nameOfPlain = (processes: Processes, kind: PlainKind, id: number): Name => ({
  kind,
  place: plainOf(processes, kind).findIndex((one) => one.id === id),
})

/** The number that the model `namespaces` knows it by. */
export const idOf = (processes: Processes, { kind, place }: Name): number =>
  isPlain(kind) ? (plainOf(processes, kind)[place]?.id ?? -1) : place

export const isSame = (one: Name, other: Name): boolean =>
  one.kind === other.kind && one.place === other.place

/** The user namespace that owns it; a user namespace belongs to the one around it. */
export const ownerOf = (processes: Processes, name: Name): Name | undefined => {
  const user = (place: number | undefined): Name | undefined =>
    place === undefined ? undefined : { kind: 'user', place }
  if (name.kind === 'user') return user(processes.users[name.place]?.parent)
  if (name.kind === 'pid') return user(processes.namespaces[name.place]?.owner)
  return user(processes.plain[idOf(processes, name)]?.owner)
}

/** The PID namespace around a PID namespace. */
export const parentOf = (processes: Processes, { kind, place }: Name): Name | undefined => {
  const parent = kind === 'pid' ? processes.namespaces[place]?.parent : undefined
  return parent === undefined ? undefined : { kind: 'pid', place: parent }
}

/** Every namespace there has been, the machine's own apart. */
export const allNames = (processes: Processes): readonly Name[] =>
  [
    ...processes.users.map(({ id }): Name => ({ kind: 'user', place: id })),
    ...plainKinds.flatMap((kind) => plainOf(processes, kind).map((_, place): Name => ({ kind, place }))),
    ...processes.namespaces.map(({ id }): Name => ({ kind: 'pid', place: id })),
  ].filter(({ place }) => place > 0)
