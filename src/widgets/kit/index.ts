export type { AgreementRecord } from './agreement-record.ts'
export { Agreement } from './Agreement.tsx'
export { Announcer } from './Announcer.tsx'
export { CopyLink } from './CopyLink.tsx'
export { readFragment, writeFragment } from './fragment.ts'
export {
  append,
  appendAndSettle,
  begin,
  frameAt,
  keepUntil,
  type Frame,
  type Frames,
  type System,
} from './history.ts'
export { keyMove } from './key-move.ts'
export { Prediction, type Choice } from './Prediction.tsx'
export { Reasons, type WordedReason } from './Reasons.tsx'
export type { Strings } from './strings/types.ts'
export { Transport } from './Transport.tsx'
export { moveClock, useClock, type ClockMove } from './use-clock.ts'
export { putFragment, useFragment } from './use-fragment.ts'
export { plain, Words } from './Words.tsx'
