/** A scenario played to its end, or as far as the reader let it go before taking over. */
import {
  enabled,
  init,
  isInternal,
  scenarioById,
  scenarios,
  step,
  type Move,
  type Outcome,
  type Question,
  type Reason,
  type Scenario,
  type ScenarioId,
  type State,
} from '#models/namespaces'
import { append, appendAndSettle, begin, frameAt, keepUntil, type Frame, type Frames } from '#widgets/kit'

export type Instant = Frame<State, Move, Outcome, Reason>

export type Story = {
  readonly scenario: ScenarioId
  readonly frames: Frames<Instant>
  /** how many frames after the first are the scenario's; the rest are the reader's own */
  readonly kept: number
  /** the question that the move after this instant answers */
  readonly asks: ReadonlyMap<number, Question>
}

const system = { step, enabled }

/** A link must stay short, a table readable: after this many frames the reader begins again. */
export const longest = 80

const play = ({ id, steps }: Scenario): Story => {
  const asks = new Map<number, Question>()
  let frames = begin<State, Move, Outcome, Reason>(init())
  for (const { ask, ...move } of steps) {
    if (ask) asks.set(frames.length - 1, ask)
    frames = appendAndSettle(system, frames, move)
  }
  return { scenario: id, frames, kept: frames.length - 1, asks }
}

export const tell = (id: string): Story | undefined => {
  const scenario = scenarioById(id)
  return scenario && play(scenario)
}

/** The reader takes over at an instant: what the story had after it gives way. */
const takeOver = (story: Story, now: number): Story => {
  const kept = Math.min(story.kept, now)
  const asks = new Map([...story.asks].filter(([at]) => at < kept))
  return { ...story, frames: keepUntil(story.frames, now), kept, asks }
}

export const act = (story: Story, now: number, move: Move): Story => {
  const until = takeOver(story, now)
  return { ...until, frames: appendAndSettle(system, until.frames, move) }
}

/** A story from a link: just these moves, which hold the system's own where they were made. */
export const retell = (id: string, kept: number, moves: readonly Move[]): Story | undefined => {
  const story = tell(id)
  if (!story || kept > story.kept) return undefined
  const until = takeOver(story, kept)
  const frames = moves.reduce((so, move) => append(system, so, move), until.frames)
  return frames.every(({ made }) => made?.outcome.is !== 'no-actor' || !isInternal(made.move))
    ? { ...until, frames }
    : undefined
}

export const ownMoves = (story: Story): readonly Move[] =>
  story.frames.slice(story.kept + 1).flatMap(({ made }) => (made ? [made.move] : []))

/** The last instant of what follows by itself from the move after `now`. */
export const settledAfter = (story: Story, now: number): number => {
  const next = story.frames.findIndex(({ made }, at) => at > now + 1 && made && !isInternal(made.move))
  return (next === -1 ? story.frames.length : next) - 1
}

/** A question stands from its own instant until the next move that is not the system's. */
export const askedAt = (
  story: Story,
  now: number,
): { readonly at: number; readonly question: Question } | undefined => {
  const at = [...story.asks.keys()].findLast((start) => start <= now && now <= settledAfter(story, start))
  const question = at === undefined ? undefined : story.asks.get(at)
  return at === undefined || !question ? undefined : { at, question }
}

/** Which of its choices holds is up to the model, with the scenario played out whatever the reader did after. */
export const isRight = (scenario: ScenarioId, at: number, question: Question, choice: string): boolean => {
  const story = open(scenario)
  const holds = Object.entries(question.choices).find(([id]) => id === choice)?.[1]
  const outcome = frameAt(story.frames, at + 1).made?.outcome
  return Boolean(outcome && holds?.(frameAt(story.frames, settledAfter(story, at)).state, outcome))
}

const firstScenario: ScenarioId = scenarios[0]?.id ?? 'first-born'

/** For an author's mistake in a page, not for a reader's link: it throws. */
export const open = (scenario: string = firstScenario): Story => {
  const story = tell(scenario)
  const known = scenarios.map(({ id }) => id).join(', ')
  if (!story) throw new Error(`pids-at-every-depth: expected a scenario (${known}), got "${scenario}"`)
  return story
}
