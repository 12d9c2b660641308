/** Which rules the cases of a run have put to the test, and a few cases that do so for all. */

/** A rule that fired in fewer recorded cases has not been tested. */
export const floor = 20

export type Fired = { readonly rules: readonly string[] }

export const countRules = (
  rules: readonly string[],
  cases: readonly Fired[],
): Readonly<Record<string, number>> => {
  const counts = Object.fromEntries(rules.map((rule) => [rule, 0]))
  for (const fired of cases) for (const rule of fired.rules) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

/** The rules below the floor, but for those that no sandbox can make fire. */
export const underFloor = (
  counts: Readonly<Record<string, number>>,
  uncheckable: readonly string[],
): readonly string[] =>
  Object.keys(counts).filter((rule) => (counts[rule] ?? 0) < floor && !uncheckable.includes(rule))

/** Cases that fire each rule at least `times` times, as far as there are any: the rarest rule is served first. */
export const coveringSet = <T extends Fired>(cases: readonly T[], times = floor): readonly T[] => {
  const rules = [...new Set(cases.flatMap(({ rules }) => rules))]
  const counts = countRules(rules, cases)
  const rarestFirst = rules.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || (a < b ? -1 : 1))
  const chosen = new Set<T>()
  const have = new Map<string, number>()
  for (const rule of rarestFirst)
    for (const each of cases) {
      if ((have.get(rule) ?? 0) >= times) break
      if (chosen.has(each) || !each.rules.includes(rule)) continue
      chosen.add(each)
      for (const fired of each.rules) have.set(fired, (have.get(fired) ?? 0) + 1)
    }
  return [...chosen]
}
