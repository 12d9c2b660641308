/**
 * Delta debugging (Zeller's ddmin) on the actions of a case: chunks are taken out, ever smaller ones, as long as
 * what is left still differs; before that a plainer beginning is tried. `differs` asks the real thing, so it may take
 * its time.
 */
import type { Case, Subject } from './types.ts'

export const shrink = async <Input, Action, Seen>(
  subject: Pick<Subject<Input, Action, Seen>, 'keep' | 'plainer'>,
  given: Case<Input, Action>,
  differs: (smaller: Case<Input, Action>) => Promise<boolean>,
): Promise<Case<Input, Action>> => {
  let smallest = await beginPlainly(subject, given, differs)
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

const beginPlainly = async <Input, Action, Seen>(
  { plainer, keep }: Pick<Subject<Input, Action, Seen>, 'keep' | 'plainer'>,
  given: Case<Input, Action>,
  differs: (smaller: Case<Input, Action>) => Promise<boolean>,
): Promise<Case<Input, Action>> => {
  for (const input of plainer?.(given.input) ?? []) {
    const tried = keep({ input, actions: given.actions }, () => true)
    if (await differs(tried)) return tried
  }
  return given
}
