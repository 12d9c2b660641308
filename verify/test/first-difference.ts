/** The first line in which two texts differ; a side that has ended is undefined. */
export type Difference = { line: number; expected: string | undefined; got: string | undefined }

export function firstDifference(expected: string, got: string): Difference | undefined {
  const wanted = expected.split('\n')
  const given = got.split('\n')
  const length = Math.max(wanted.length, given.length)
  for (let index = 0; index < length; index++) {
    if (wanted[index] !== given[index]) {
      return { line: index + 1, expected: wanted[index], got: given[index] }
    }
  }
  return undefined
}
