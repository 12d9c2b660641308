/** A record and the cases of a later run: one record, as if it had been one run. */
import { firstDifference } from './compare.ts'
import { coveringSet, floor } from './cover.ts'
import { judgeShard } from './judge-record.ts'
import type { ConformanceRecord, Kept } from './schema.ts'
import type { Subject } from './types.ts'

/** Kept whole beside the covering set, as they come: rules do not say all that there is to tell. */
const alsoKept = 160

/** Half more than the floor, so that a small change of the model leaves it standing; where nothing is ever equal, all. */
export const chooseKept = <Input, Action, Seen>(
  { measured, admits }: Pick<Subject<Input, Action, Seen>, 'measured' | 'admits'>,
  told: readonly Kept<Input, Action, Seen>[],
): readonly Kept<Input, Action, Seen>[] =>
  measured || admits
    ? told
    : [...new Set([...told.slice(0, alsoKept), ...coveringSet(told, floor + floor / 2)])]

/** Why the two cannot be one. */
const whyApart = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  old: ConformanceRecord<Input, Action, Seen>,
  more: ConformanceRecord<Input, Action, Seen>,
): string | undefined => {
  if (old.environment.kernel !== more.environment.kernel)
    return `it is of Linux ${old.environment.kernel}, and this run was on ${more.environment.kernel}`
  if (firstDifference(old.rules, more.rules)) return 'the model has other rules by now'
  if (old.shards.some((shard) => judgeShard(subject, shard, old.target).stale))
    return 'the generator makes other cases by now'
  const twice = more.shards.find(({ seed }) => old.shards.some((shard) => shard.seed === seed))
  return twice && `it has the cases of seed ${twice.seed} already`
}

export const joinRecords = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  old: ConformanceRecord<Input, Action, Seen>,
  more: ConformanceRecord<Input, Action, Seen>,
): { readonly record: ConformanceRecord<Input, Action, Seen> } | { readonly why: string } => {
  const why = whyApart(subject, old, more)
  if (why !== undefined) return { why }
  const record = {
    ...more,
    seconds: old.seconds + more.seconds,
    shards: [...old.shards, ...more.shards],
    covering: chooseKept(subject, [...old.covering, ...more.covering]),
  }
  return { record }
}
