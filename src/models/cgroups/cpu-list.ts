/** bitmap_parselist: numbers and ranges, set apart by commas or spaces; N is the last one there is, `all` each of them. */

export type ParsedList = { readonly list: readonly number[] } | { readonly errno: 'EINVAL' | 'ERANGE' }

const region = /^(\d+|N)(?:-(\d+|N))?$/

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** `count`: how many there could be. */
export const parseList = (text: string, count: number): ParsedList => {
  const last = count - 1
  const found = new Set<number>()
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const [whole, first = '', second = first] = region.exec(word === 'all' ? '0-N' : word) ?? []
    if (whole === undefined) return { errno: 'EINVAL' }
    const [from = 0, to = 0] = [first, second].map((name) => (name === 'N' ? last : Number(name)))
    if (from > to) return { errno: 'EINVAL' }
    if (to > last) return { errno: 'ERANGE' }
    for (const each of range(from, to)) found.add(each)
  }
  return { list: [...found].sort((a, b) => a - b) }
}

/** As the kernel prints them: `0-1,3`. */
export const printList = (list: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const each of list) {
    const run = runs.at(-1)
    if (run && run[1] === each - 1) run[1] = each
    else runs.push([each, each])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

export const within = (list: readonly number[], other: readonly number[]): boolean =>
  list.every((each) => other.includes(each))
