/** The lines that a run prints; the last is always the count. */
import { countSkips, join, type Outcome } from './outcome.ts'
import type { Finished } from './stage.ts'

export function stageLine({ stage, outcome, milliseconds }: Finished): string {
  const mark = outcome.failures.length > 0 ? 'FAIL' : outcome.passed > 0 ? 'ok' : 'skip'
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  return `${mark.padEnd(5)}${stage.name.padEnd(12)}${time.padStart(7)}  ${counts(outcome)}  (${stage.about})`
}

export function failureLines({ outcome, stage }: Finished): string[] {
  return outcome.failures.flatMap(({ what, message }) => [`  ✗ ${stage.name}: ${what}`, ...indent(message)])
}

export function summaryLines(finished: readonly Finished[]): string[] {
  const all = join(finished.map(({ outcome }) => outcome))
  const skips = all.skips.map(({ what, why, count }) => `  ${what}${count > 1 ? ` (${count})` : ''}: ${why}`)
  return [...(skips.length > 0 ? ['', 'Skipped:', ...new Set(skips)] : []), '', counts(all)]
}

const counts = (outcome: Outcome): string =>
  `${outcome.passed} passed, ${outcome.failures.length} failed, ${countSkips(outcome.skips)} skipped`

const indent = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
