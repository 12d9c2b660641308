/** Every record and every counterexample, against the models as they stand. */
import { describe, expect, test } from 'vitest'
import { judgeCounterexample } from '#conformance'
import { benches } from './benches.ts'
import { readCounterexamples, recordedTargets } from './record-file.ts'
import { judgeAgreement, replayRecord } from './replay.ts'

describe.each([...benches])('%s', (_, bench) =>
  bench(({ subject, targets }) => {
    test('has been recorded where it belongs', () => {
      expect(recordedTargets(subject)).toContain(targets[0])
    })

    test.each(recordedTargets(subject))(
      'predicts what was seen on %s',
      (target) => {
        const { faults, kept } = replayRecord(subject, target)
        expect(faults, faults.join('\n')).toEqual([])
        expect(kept).toBeGreaterThanOrEqual(20)
      },
      120_000,
    )

    test('shows in its widgets what the records hold', () => {
      expect(judgeAgreement(subject)).toEqual([])
    })

    test('predicts every counterexample there has been', () => {
      const faults = readCounterexamples(subject).flatMap((known) => judgeCounterexample(subject, known))
      expect(faults, faults.join('\n')).toEqual([])
    })
  }),
)
