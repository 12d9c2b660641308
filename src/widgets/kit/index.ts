export type { AgreementRecord } from './agreement-record.ts'
export { Agreement } from './Agreement.tsx'
export { Announcer } from './Announcer.tsx'
export { Choice } from './Choice.tsx'
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
export { givenTo, islandId, near, type IslandProps } from './island.ts'
export { keyMove } from './key-move.ts'
export { openById } from './open-by-id.ts'
export { Prediction } from './Prediction.tsx'
export { Reasons, type WordedReason } from './Reasons.tsx'
export { say, wordReason } from './say.ts'
export { Scenarios } from './Scenarios.tsx'
export { Columns, ScrollTable } from './ScrollTable.tsx'
export { decode, encode, type Place } from './story/codec.ts'
export { Guess, type StoryWords } from './story/Guess.tsx'
export { happeningAt, sentenceOf, type Happening, type Speech } from './story/happening.ts'
export type { Stage } from './story/stage.ts'
export {
  act,
  askedAt,
  choicesOf,
  isNext,
  isRight,
  longest,
  open,
  ownMoves,
  settledAfter,
  tell,
  type Asked,
  type Instant,
  type Story,
} from './story/story.ts'
export { StoryFrame, type ViewProps } from './story/StoryFrame.tsx'
export { StoryTable, StoryTables } from './story/StoryTable.tsx'
export { useStory, type Telling } from './story/use-story.ts'
export { YourTurn } from './story/YourTurn.tsx'
export type { Strings } from './strings/types.ts'
export { Transport } from './Transport.tsx'
export { useAddress } from './use-address.ts'
export { moveClock, useClock, type ClockMove } from './use-clock.ts'
export { putFragment, useFragment } from './use-fragment.ts'
export { WidgetFrame } from './WidgetFrame.tsx'
export { plain, Words } from './Words.tsx'
