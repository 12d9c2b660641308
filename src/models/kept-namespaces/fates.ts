/** What a move has meant for namespaces: those that begin, those joined, those that go on, those that end. */
import { findProcess, nameOf } from '#models/namespaces'
import { holdersIn } from './holders.ts'
import { allNames } from './names.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { Holder, Name, State } from './types.ts'

/** A namespace that was, or is, held, and what by, before a move and after it. */
type Fate = { readonly name: Name; readonly was: readonly Holder[]; readonly is: readonly Holder[] }

const fatesOf = (before: State, after: State): readonly Fate[] => {
  const [was, is] = [holdersIn(before), holdersIn(after)]
  return allNames(after.processes).map((name) => ({ name, was: was(name), is: is(name) }))
}

const isAmong = (all: readonly Holder[], holder: Holder): boolean =>
  all.some((one) => JSON.stringify(one) === JSON.stringify(holder))

/** Something has let go of it: is it still there, and what by? */
const tellLoss = (after: State, { name, was, is }: Fate): Trace => {
  if (was.length === 0 || was.every((holder) => isAmong(is, holder))) return []
  if (is.length === 0) return [because('kept/ends', name.kind, { name })]
  const closed = name.kind === 'pid' && after.processes.namespaces[name.place]?.open === false
  return [
    because('kept/goes-on', name.kind, { name, holders: is }),
    ...(closed ? [because('kept/empty-pid', name.kind, { name })] : []),
  ]
}

const newMember = ({ was, is }: Fate): Extract<Holder, { by: 'process' }> | undefined =>
  is.flatMap((holder) =>
    holder.by === 'process' && holder.how !== 'dead' && !isAmong(was, holder) ? [holder] : [],
  )[0]

/** What is held from now on: by whoever made it, and by whoever is born into it or enters. */
const tellGain = (fates: readonly Fate[]): Trace => {
  const made = fates.filter(({ was, is }) => was.length === 0 && is.length > 0)
  const joined = fates.filter((fate) => fate.was.length > 0 && newMember(fate))
  const who = joined[0] && newMember(joined[0])
  return [
    ...(made.length > 0 ? [because('kept/made', '', { names: made.map(({ name }) => name) })] : []),
    ...(who ? [because('kept/joins', nameOf(who), { names: joined.map(({ name }) => name) })] : []),
  ]
}

const isHeldByDead = ({ is }: Fate, id: number): boolean =>
  is.some((holder) => holder.by === 'process' && holder.id === id)

/** Who is dead and not reaped, and holds on to what it must. */
const tellDead = (before: State, after: State, fates: readonly Fate[]): Trace =>
  after.processes.processes.flatMap((process): readonly Reason[] => {
    const was = findProcess(before.processes, process.id)
    if (process.life.is !== 'zombie' || was?.life.is === 'zombie') return []
    const names = fates.filter((fate) => isHeldByDead(fate, process.id)).map(({ name }) => name)
    return names.length > 0 ? [because('kept/waits', nameOf(process), { names })] : []
  })

export const tellFates = (before: State, after: State): Trace => {
  const fates = fatesOf(before, after)
  return [
    ...tellGain(fates),
    ...tellDead(before, after, fates),
    ...fates.flatMap((fate) => tellLoss(after, fate)),
  ]
}
