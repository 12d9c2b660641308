/** The scenario of this name, or the first. For an author's mistake in a page, not for a reader's link: it throws. */
export const openById = <One extends { readonly id: string }>(
  widget: string,
  scenarios: readonly One[],
  wanted: string | undefined = scenarios[0]?.id,
): One => {
  const found = scenarios.find(({ id }) => id === wanted)
  const known = scenarios.map(({ id }) => id).join(', ')
  if (!found) throw new Error(`${widget}: expected a scenario (${known}), got "${wanted}"`)
  return found
}
