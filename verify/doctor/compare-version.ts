/** The first version in a program's answer (`GNU bash, version 5.2.15(1)-release` → 5.2.15), as numbers. */
export const versionIn = (text: string): number[] | undefined =>
  (/\d+(?:\.\d+)+/.exec(text) ?? /\d+/.exec(text))?.[0].split('.').map(Number)

/** Number by number; what is absent is 0. */
export function isAtLeast(text: string, least: readonly number[]): boolean {
  const version = versionIn(text)
  if (version === undefined) return false
  const index = least.findIndex((part, i) => (version[i] ?? 0) !== part)
  return index === -1 || (version[index] ?? 0) > (least[index] ?? 0)
}
