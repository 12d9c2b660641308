/** The address in a script element that Astro rendered; the element itself is not put in the page. */
export function addressOf(element: string): string {
  const address = /<script[^>]* src="([^"]+)"/.exec(element)?.[1]
  if (address) return address
  throw new Error(
    `src/site/snippet/Snippet.astro: expected a script element with an address, got ${JSON.stringify(element.slice(0, 60))}. ` +
      'A script under vite.build.assetsInlineLimit is put inline, where it cannot wait for a click: lower that limit.',
  )
}
