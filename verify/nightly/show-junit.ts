/** The report for other programs: a suite for each part, a case for each drift and skip, and one for all that passed. Pure. */
import { escape } from '#verify/report/junit.ts'
import type { Findings, Night } from './types.ts'

export const showJunit = ({ findings }: Night): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...findings.map(suite),
    '</testsuites>',
    '',
  ].join('\n')

function suite({ part, passed, drifts, skips, seconds }: Findings): string {
  const tests = passed + drifts.length + skips.length
  const attributes = `name="${escape(part)}" tests="${tests}" failures="${drifts.length}" skipped="${skips.length}" time="${seconds.toFixed(1)}"`
  return [
    `  <testsuite ${attributes}>`,
    ...Array.from({ length: passed }, (_, at) => testcase(part, `passed ${at + 1}`)),
    ...drifts.map(({ what, detail, todo, kind }) =>
      testcase(part, what, `<failure message="${escape(todo)}" type="${kind}">${escape(detail)}</failure>`),
    ),
    ...skips.map(({ what, why }) => testcase(part, what, `<skipped message="${escape(why)}"/>`)),
    '  </testsuite>',
  ].join('\n')
}

const testcase = (part: string, name: string, inside = ''): string =>
  `    <testcase classname="${escape(part)}" name="${escape(name)}"${inside === '' ? '/>' : `>${inside}</testcase>`}`
