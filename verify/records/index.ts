/** Records of proof on disk: keeping them, matching them again offline, and trying what would escape them. */
export { checkRecords, type Checked } from './check-records.ts'
export { keepRecord, type Kept } from './keep-record.ts'
export { makeRecord, type Made } from './make-record.ts'
export { loadRecord, recordFile, spellRecord, writeWhole } from './record-file.ts'
export { isSameProof } from './same-proof.ts'
export { surveyRecords, type Surveyed } from './survey-records.ts'
export { tallySurvey, type Tally } from './tally-survey.ts'
