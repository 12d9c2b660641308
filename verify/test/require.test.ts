import { expect, test } from 'vitest'
import { insist, readRequired } from './require.ts'

const outcome = {
  passed: 3,
  failures: [],
  skips: [
    { what: 'browser checks', why: 'no Chromium here', count: 2, need: 'chromium' as const },
    { what: 'host', why: 'no user namespaces', count: 1, need: 'host' as const },
    { what: 'snippets', why: 'there are none yet', count: 1 },
  ],
}

test('what is required and was skipped has failed, once for each', () => {
  expect(insist(outcome, readRequired('chromium'))).toEqual({
    passed: 3,
    failures: [
      { what: 'browser checks', message: 'NODEBOOK_REQUIRE asks for chromium, but: no Chromium here' },
      { what: 'browser checks', message: 'NODEBOOK_REQUIRE asks for chromium, but: no Chromium here' },
    ],
    skips: outcome.skips.slice(1),
  })
})

test('what is not required stays skipped; a skip without a need is never a failure', () => {
  expect(insist(outcome, readRequired(undefined))).toEqual(outcome)
  expect(insist(outcome, readRequired('host,vm,k3s,chromium')).skips).toEqual([outcome.skips[2]])
})

test('commas and spaces both divide; a misspelt word is an error', () => {
  expect(readRequired(' host, vm ')).toEqual(new Set(['host', 'vm']))
  expect(() => readRequired('host,chrome')).toThrow(
    'NODEBOOK_REQUIRE: expected words of host, vm, k3s, chromium; got chrome.',
  )
})
