/**
 * From vitest's JSON report to an outcome. A test that a machine cannot run is skipped with `needs host` (or vm, k3s,
 * chromium) in its name or its describe's, so that NODEBOOK_REQUIRE can insist on it.
 */
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { needs, type Failure, type Outcome, type Skip } from './outcome.ts'

export type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

export type VitestEnd = { root: string; ok: boolean; printed: string }

export function readVitestReport(report: VitestReport | undefined, end: VitestEnd): Outcome {
  const files = report?.testResults ?? []
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative(end.root, name) })),
  )
  const failures: Failure[] = [
    ...files
      .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed))
      .map(({ name, message }) => ({ what: relative(end.root, name), message })),
    ...tests.filter(isFailed).map((test) => ({
      what: `${test.file}: ${test.fullName}`,
      message: withoutTheRunner(test.failureMessages.join('\n')),
    })),
  ]
  if (!end.ok && failures.length === 0) failures.push({ what: 'vitest', message: end.printed })
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures,
    skips: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(readSkip),
  }
}

/** The frames of a stack that are vitest's own tell nobody anything. */
const withoutTheRunner = (text: string): string =>
  stripVTControlCharacters(text).replace(/^ +at .*node_modules.*\n?|^ +at new Promise .*\n?/gm, '')

const isFailed = ({ status }: { status: string }): boolean => status === 'failed'

function readSkip({ file, fullName, status }: { file: string; fullName: string; status: string }): Skip {
  const need = needs.find((name) => new RegExp(`\\bneeds ${name}\\b`).test(fullName))
  return {
    what: `${file}: ${fullName}`,
    why: need ? `this machine cannot (${need})` : `the test says so (${status})`,
    count: 1,
    ...(need === undefined ? {} : { need }),
  }
}
