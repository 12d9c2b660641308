import { expect, test } from 'vitest'
import { readVitestReport, type VitestReport } from './read-vitest-report.ts'

const result = (name: string, status: string, tests: [string, string][], message = ''): VitestReport => ({
  testResults: [
    {
      name: `/book/${name}`,
      status,
      message,
      assertionResults: tests.map(([fullName, status]) => ({
        fullName,
        status,
        failureMessages: status === 'failed' ? ['expected 1, got 2'] : [],
      })),
    },
  ],
})
const end = { root: '/book', ok: true, printed: 'noise' }

test('passed, failed and skipped tests, each by its file', () => {
  const report = result('a.test.ts', 'failed', [
    ['one', 'passed'],
    ['two', 'failed'],
    ['three', 'skipped'],
    ['four', 'todo'],
    ['the sandbox (needs host) five', 'skipped'],
  ])
  expect(readVitestReport(report, { ...end, ok: false })).toEqual({
    passed: 1,
    failures: [{ what: 'a.test.ts: two', message: 'expected 1, got 2' }],
    skips: [
      { what: 'a.test.ts: three', why: 'the test says so (skipped)', count: 1 },
      { what: 'a.test.ts: four', why: 'the test says so (todo)', count: 1 },
      {
        what: 'a.test.ts: the sandbox (needs host) five',
        why: 'this machine cannot (host)',
        count: 1,
        need: 'host',
      },
    ],
  })
})

test('frames of the runner are left out of a stack', () => {
  const report = result('a.test.ts', 'failed', [['one', 'failed']])
  const [test] = report.testResults[0]?.assertionResults ?? []
  if (test)
    test.failureMessages = ['Error: no\n    at x (/book/a.ts:1:1)\n    at y (/book/node_modules/v/v.js:1:1)']
  expect(readVitestReport(report, { ...end, ok: false }).failures[0]?.message).toBe(
    'Error: no\n    at x (/book/a.ts:1:1)\n',
  )
})

test('a file that cannot be loaded has failed', () => {
  const report = result('b.test.ts', 'failed', [], 'SyntaxError')
  expect(readVitestReport(report, { ...end, ok: false }).failures).toEqual([
    { what: 'b.test.ts', message: 'SyntaxError' },
  ])
})

test('an exit code other than 0 is never lost, even with every test passed or no report at all', () => {
  const report = result('a.test.ts', 'passed', [['one', 'passed']])
  expect(readVitestReport(report, { ...end, ok: false }).failures).toEqual([
    { what: 'vitest', message: 'noise' },
  ])
  expect(readVitestReport(undefined, { ...end, ok: false }).failures).toHaveLength(1)
  expect(readVitestReport(report, end).failures).toEqual([])
})
