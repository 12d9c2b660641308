/** Where an address of a built page leads. */
export type Target =
  | { kind: 'elsewhere' }
  | { kind: 'outside-base'; path: string }
  /** `file`: the file of the build that a server would answer with, where a folder's is its index.html. */
  | { kind: 'inside'; file: string; fragment: string }

export type Place = { base: string; origin: string }

/** `page` is the file that holds the address, below the build's folder. */
export function resolveAddress(address: string, page: string, { base, origin }: Place): Target {
  const url = URL.parse(address, new URL(addressOf(page, base), origin))
  if (url === null || url.origin !== origin) return { kind: 'elsewhere' }
  const path = decode(url.pathname)
  if (!path.startsWith(base)) return { kind: 'outside-base', path }
  const file = path.slice(base.length)
  return {
    kind: 'inside',
    file: file === '' || file.endsWith('/') ? `${file}index.html` : file,
    fragment: decode(url.hash.slice(1)),
  }
}

/** `namespaces/index.html` → `/base/namespaces/`. */
export const addressOf = (page: string, base: string): string =>
  base +
  page
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
