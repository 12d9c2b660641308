/** Every record and every counterexample, against the models as they stand. */
import { describe, expect, test } from 'vitest'
import { judgeCounterexample, nameOf } from '#conformance'
import { benches } from './benches.ts'
import { hasPlace } from './place.ts'
import { readCounterexamples, recordedTargets } from './record-file.ts'
import { judgeAgreement, replayRecord } from './replay.ts'

describe.each([...benches])('%s', (_, bench) =>
  bench(({ subject, targets }) => {
    test('has been recorded where it belongs', () => {
      expect(recordedTargets(subject)).toContain(targets[0])
    })

    test.each(recordedTargets(subject))(
      'predicts what was seen on %s',
      async (target) => {
        const { faults, kept, stale } = replayRecord(subject, target)
        expect(faults, faults.join('\n')).toEqual([])
        expect(kept).toBeGreaterThanOrEqual(20)
        // Where the target cannot be had, a stale record is shown as one: whoever has it records again.
        const again = `npm run conform -- ${nameOf(subject)} --target ${target} --record`
        if (stale > 0 && (await hasPlace(target))) expect(stale, `stale shards; ${again}`).toBe(0)
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
