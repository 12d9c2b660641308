/** Every record and every counterexample, against the models as they stand. */
import { describe, expect, test } from 'vitest'
import { judgeCounterexample, namespaces } from '#conformance'
import { readCounterexamples, recordedTargets } from './record-file.ts'
import { replayRecord } from './replay.ts'

describe('namespaces', () => {
  test('has been recorded on a kernel', () => {
    expect(recordedTargets('namespaces')).toContain('host')
  })

  test.each(recordedTargets('namespaces'))('predicts what was seen on %s', (target) => {
    const { faults, kept } = replayRecord(namespaces, target)
    expect(faults, faults.join('\n')).toEqual([])
    expect(kept).toBeGreaterThanOrEqual(20)
  })

  test('predicts every counterexample there has been', () => {
    const faults = readCounterexamples(namespaces).flatMap((known) => judgeCounterexample(namespaces, known))
    expect(faults, faults.join('\n')).toEqual([])
  })
})
