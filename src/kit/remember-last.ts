/**
 * `find`, which remembers what it found of the last thing it was asked about, for things that never change. A state is
 * asked about after one move and before the next. All states in a WeakMap cost as much as asking again.
 */
export const rememberLast = <Thing, Found>(find: (thing: Thing) => Found): ((thing: Thing) => Found) => {
  let last: { readonly thing: Thing; readonly found: Found } | undefined
  return (thing) => {
    if (last?.thing !== thing) last = { thing, found: find(thing) }
    return last.found
  }
}
