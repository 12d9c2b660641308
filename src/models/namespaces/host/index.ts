export { compose, insideOf, wayOut, type Leg, type Piece, type Way } from './compose.ts'
export { scenarios, type Made, type OwnerId, type UserTale } from './scenarios.ts'
export { spansOf, type Span } from './spans.ts'
export {
  actors,
  alpha,
  bash,
  begin,
  beta,
  dash,
  host,
  hostIds,
  innerUsers,
  overflow,
  sh,
  sudo,
  you,
} from './world.ts'
export { worthOf, type Worth } from './worth.ts'
