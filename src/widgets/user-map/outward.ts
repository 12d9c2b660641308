/** From the model's numbers of user namespaces to those of the sentences, in which the host is the outermost. */
import type { Reason } from '#models/namespaces'
import { host } from '#models/namespaces/host'

export const outwardId = (user: number): number => user - host

/** The letter that ends a user namespace's name in the wording, for where there is little room. */
export const letterOf = (user: number): string => String.fromCharCode(0x3b0 + outwardId(user))

/** `own` names a user namespace in this rule, a PID namespace in all others. */
const namesUser = (rule: Reason['rule'], fact: string): boolean =>
  ['user', 'parent', 'owner'].includes(fact) || (fact === 'own' && rule === 'namespaces/map-too-far')

/** Facts of the other types under these names (a parent's program) are words, and stay. */
export const outward = (reason: Reason): Reason =>
  ({
    ...reason,
    facts: Object.fromEntries(
      Object.entries(reason.facts).map(([fact, value]) => [
        fact,
        typeof value === 'number' && namesUser(reason.rule, fact) ? outwardId(value) : value,
      ]),
    ),
  }) as Reason
