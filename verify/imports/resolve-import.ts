/** Which file of the project a specifier means; undefined for packages and Node's own modules. */
import { posix } from 'node:path'

/** `imports` of package.json. */
export type ImportMap = Readonly<Record<string, string>>

export function resolveImport(specifier: string, from: string, imports: ImportMap): string | undefined {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), plain))
  if (plain.startsWith('/')) return plain.slice(1)
  if (!plain.startsWith('#')) return undefined
  const exact = imports[plain]
  if (exact !== undefined) return posix.normalize(exact)
  const [found] = Object.entries(imports)
    .filter(([key]) => key.endsWith('*') && plain.startsWith(key.slice(0, -1)))
    .sort(([a], [b]) => b.length - a.length)
  if (found === undefined) return undefined
  const [key, target] = found
  return posix.normalize(target.replace('*', plain.slice(key.length - 1)))
}
