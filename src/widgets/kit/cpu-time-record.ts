/**
 * What conformance has found of the model `cpu-time`. Nothing has been recorded yet, so there may be nothing to import
 * as `#agreement/cpu-time`, as other widgets do with their models: a pattern may match no file, and then nothing is
 * claimed.
 */
import type { AgreementRecord } from './agreement-record.ts'

const records = import.meta.glob<AgreementRecord>('../../models/cpu-time/records/agreement.json', {
  eager: true,
  import: 'default',
})

export const cpuTimeRecord: AgreementRecord | undefined = Object.values(records)[0]
