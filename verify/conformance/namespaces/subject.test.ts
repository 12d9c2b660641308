import { describe, expect, test } from 'vitest'
import { subject } from './subject.ts'

describe('the cases of namespaces', () => {
  const cases = Array.from({ length: 50 }, (_, seed) => subject.makeCase(seed, 'host'))

  test('every generated case is one the schema reads, and all of it is possible', () => {
    for (const given of cases) {
      expect(subject.caseSchema.parse(given)).toEqual(given)
      expect(subject.keep(given, () => true)).toEqual(given)
      for (const seen of subject.predict(given).seen) expect(subject.seenSchema.parse(seen)).toEqual(seen)
    }
  })

  test('a case without its first action leaves only what is still possible', () => {
    for (const given of cases) {
      const { seen } = subject.predict(subject.keep(given, (at) => at > 0))
      expect(JSON.stringify(seen)).not.toContain('no-actor')
    }
  })
})
