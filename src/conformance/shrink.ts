/**
 * Delta debugging (Zeller's ddmin) on the actions of a case: chunks are taken out, ever smaller ones, as long as
 * what is left still differs. `differs` asks the real thing, so it may take its time.
 */
import type { Case, Subject } from './types.ts'

export const shrink = async <Input, Action, Seen>(
  subject: Pick<Subject<Input, Action, Seen>, 'keep'>,
  given: Case<Input, Action>,
  differs: (smaller: Case<Input, Action>) => Promise<boolean>,
): Promise<Case<Input, Action>> => {
  let smallest = given
  let chunk = Math.ceil(given.actions.length / 2)
  while (chunk >= 1) {
    const before = smallest.actions.length
    for (let from = 0; from < smallest.actions.length;) {
      const tried = subject.keep(smallest, (at) => at < from || at >= from + chunk)
      if (tried.actions.length < smallest.actions.length && (await differs(tried))) smallest = tried
      else from += chunk
    }
    if (chunk === 1 && smallest.actions.length === before) break
    chunk = Math.max(1, Math.min(Math.floor(chunk / 2), smallest.actions.length))
  }
  return smallest
}
