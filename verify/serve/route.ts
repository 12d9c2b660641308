/** From the address asked for to what is meant, without looking at the disk. */

export type Route =
  /** Segments below the folder that is served; the last is empty where a folder is meant. */
  | { kind: 'file'; path: string[] }
  | { kind: 'redirect'; to: string }
  | { kind: 'outside' }
  | { kind: 'malformed' }

/** `base` begins and ends with a slash. */
export function route(url: string, base: string): Route {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith('/')) return { kind: 'malformed' }
  if (base !== '/' && (path === '/' || path === base.slice(0, -1))) return { kind: 'redirect', to: base }
  if (!path.startsWith(base)) return { kind: 'outside' }
  const segments = path.slice(base.length).split('/').map(decodeSegment)
  return segments.every(isSafe) ? { kind: 'file', path: segments } : { kind: 'malformed' }
}

/** A base as it stands in the environment (`book`, `/book`, `/book/`) with its two slashes. */
export function normalizeBase(base: string | undefined): string {
  const inner = (base ?? '').split('/').filter((part) => part !== '')
  return inner.length === 0 ? '/' : `/${inner.join('/')}/`
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** Decoding comes first: `%2e%2e` and `%2f` are refused as `..` and `/` are. */
function isSafe(segment: string | undefined): segment is string {
  return segment !== undefined && segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment)
}
