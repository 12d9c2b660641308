/** A scenario played to its end, or as far as the reader let it go before taking over. */
import { canonicalKey, type Question, type Scenario, type Tale } from '#kit'
import { append, appendAndSettle, begin, frameAt, keepUntil, type Frame, type Frames } from '../history.ts'
import { openById } from '../open-by-id.ts'
import type { Stage } from './stage.ts'

export type Instant<T extends Tale> = Frame<T['state'], T['move'], T['outcome'], T['reason']>

export type Story<T extends Tale> = {
  readonly stage: Stage<T>
  readonly scenario: T['scenario']
  readonly frames: Frames<Instant<T>>
  /** how many frames after the first are the scenario's; the rest are the reader's own */
  readonly kept: number
  /** the question that the move after this instant answers */
  readonly asks: ReadonlyMap<number, Question<T>>
}

/** A link must stay short, a table readable: after this many frames the reader begins again. */
export const longest = 80

const play = <T extends Tale>(stage: Stage<T>, { id, steps }: Scenario<T>): Story<T> => {
  const asks = new Map<number, Question<T>>()
  let frames: Frames<Instant<T>> = begin(stage.init(id))
  for (const { ask, ...move } of steps) {
    if (ask) asks.set(frames.length - 1, ask)
    frames = appendAndSettle(stage, frames, move)
  }
  return { stage, scenario: id, frames, kept: frames.length - 1, asks }
}

export const tell = <T extends Tale>(stage: Stage<T>, id: string): Story<T> | undefined => {
  const scenario = stage.scenarios.find((one) => one.id === id)
  return scenario && play(stage, scenario)
}

export const open = <T extends Tale>(stage: Stage<T>, scenario?: string): Story<T> =>
  play(stage, openById(stage.widget, stage.scenarios, scenario))

/** The reader takes over at an instant: what the story had after it gives way. */
const takeOver = <T extends Tale>(story: Story<T>, now: number): Story<T> => {
  const kept = Math.min(story.kept, now)
  const asks = new Map([...story.asks].filter(([at]) => at < kept))
  return { ...story, frames: keepUntil(story.frames, now), kept, asks }
}

export const act = <T extends Tale>(story: Story<T>, now: number, move: T['move']): Story<T> => {
  const until = takeOver(story, now)
  return { ...until, frames: appendAndSettle(story.stage, until.frames, move) }
}

/** A story from a link: just these moves, which hold the system's own where they were made. */
export const retell = <T extends Tale>(
  stage: Stage<T>,
  id: string,
  kept: number,
  moves: readonly T['move'][],
): Story<T> | undefined => {
  const story = tell(stage, id)
  if (!story || kept > story.kept) return undefined
  const until = takeOver(story, kept)
  const frames = moves.reduce<Frames<Instant<T>>>((so, move) => append(stage, so, move), until.frames)
  const wrong = frames.some(
    ({ made }) => made && stage.isInternal(made.move) && stage.isImpossible(made.outcome),
  )
  return wrong ? undefined : { ...until, frames }
}

export const ownMoves = <T extends Tale>(story: Story<T>): readonly T['move'][] =>
  story.frames.slice(story.kept + 1).flatMap(({ made }) => (made ? [made.move] : []))

/** To make the move that the story makes next is to go on with it. */
export const isNext = <T extends Tale>({ frames }: Story<T>, now: number, move: T['move']): boolean =>
  canonicalKey(frames[now + 1]?.made?.move) === canonicalKey(move)

/** The last instant of what follows by itself from the move after `now`. */
export const settledAfter = <T extends Tale>({ stage, frames }: Story<T>, now: number): number => {
  const next = frames.findIndex(({ made }, at) => at > now + 1 && made && !stage.isInternal(made.move))
  return (next === -1 ? frames.length : next) - 1
}

export type Asked<T extends Tale> = { readonly at: number; readonly question: Question<T> }

/** A question stands from its own instant until the next move that is not the system's. */
export const askedAt = <T extends Tale>(story: Story<T>, now: number): Asked<T> | undefined => {
  const at = [...story.asks.keys()].findLast((start) => start <= now && now <= settledAfter(story, start))
  const question = at === undefined ? undefined : story.asks.get(at)
  return at === undefined || !question ? undefined : { at, question }
}

export const choicesOf = <T extends Tale>(question: Question<T>): readonly T['choice'][] =>
  Object.keys(question.choices)

/** Which of its choices holds is up to the model, with the scenario played out whatever the reader did after. */
export const isRight = <T extends Tale>(
  { stage, scenario }: Story<T>,
  { at, question }: Asked<T>,
  choice: T['choice'],
): boolean => {
  const { frames, ...story } = open(stage, scenario)
  const after = frameAt(frames, settledAfter({ ...story, frames }, at)).state
  const made = frameAt(frames, at + 1).made
  return Boolean(made && question.choices[choice]?.(after, made.outcome))
}
