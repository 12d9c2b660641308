/** Whether a run printed what Node printed in the tests. A final newline is nobody's difference. */
export type Verdict = { readonly same: true } | { readonly same: false; readonly line: number }

const linesOf = (text: string) => text.replace(/\n+$/, '').split('\n')

export function verdictOn(output: string, expected: string): Verdict {
  const [got, want] = [linesOf(output), linesOf(expected)]
  const length = Math.max(got.length, want.length)
  for (let index = 0; index < length; index += 1)
    if (got[index] !== want[index]) return { same: false, line: index + 1 }
  return { same: true }
}
