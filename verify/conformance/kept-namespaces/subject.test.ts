import { describe, expect, test } from 'vitest'
import { send } from './send.ts'
import { subject } from './subject.ts'

describe('the cases of kept-namespaces', () => {
  const cases = Array.from({ length: 50 }, (_, seed) => subject.makeCase(seed, 'host'))

  test('every generated case is one the schema reads, and all of it is possible', () => {
    for (const given of cases) {
      expect(subject.caseSchema.parse(given)).toEqual(given)
      expect(subject.keep(given, () => true)).toEqual(given)
      const { seen, leftOut } = subject.predict(given)
      expect(leftOut).toBeUndefined()
      for (const one of seen) expect(subject.seenSchema.parse(one)).toEqual(one)
    }
  })

  test('a case without its first action leaves only what is still possible', () => {
    for (const given of cases) {
      const { seen } = subject.predict(subject.keep(given, (at) => at > 0))
      expect(JSON.stringify(seen)).not.toContain('no-actor')
    }
  })

  test('each mount is sent with the place where the model expects it', () => {
    for (const given of cases) {
      const sent = send(given) as readonly { at?: number }[]
      subject.predict(given).seen.forEach(({ outcome }, at) => {
        if (outcome?.is === 'mounted') expect(sent[at]?.at).toBe(outcome.at)
      })
    }
  })
})
