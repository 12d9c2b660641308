export { printTranscript } from './print.ts'
export { spellExpectedLine } from './spell.ts'
