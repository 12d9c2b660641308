/** Several widgets share one fragment: `#first=…&second=…`. What belongs to others is kept as it stands. */

const partsOf = (hash: string): readonly string[] => hash.replace(/^#/, '').split('&').filter(Boolean)

const isFor = (part: string, name: string): boolean => part.startsWith(`${name}=`)

export const readFragment = (hash: string, name: string): string | undefined =>
  partsOf(hash)
    .find((part) => isFor(part, name))
    ?.slice(name.length + 1)

/** The fragment with this widget's value in it. An anchor that was there before gives way: it is no state. */
export const writeFragment = (hash: string, name: string, value: string): string => {
  const others = partsOf(hash).filter((part) => part.includes('=') && !isFor(part, name))
  return `#${[...others, `${name}=${value}`].join('&')}`
}
