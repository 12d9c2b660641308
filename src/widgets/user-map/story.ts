/** A scenario played to its end, or as far as the reader let it go before taking over. */
import {
  enabled,
  step,
  type Action,
  type Move,
  type Outcome,
  type Reason,
  type State,
} from '#models/namespaces'
import { append, begin, frameAt, keepUntil, type Frame, type Frames } from '#widgets/kit'
import {
  scenarioById,
  scenarios,
  type Answer,
  type Question,
  type Scenario,
  type ScenarioId,
} from './scenarios.ts'
import { actors, machine, play, sudo } from './world.ts'

export type Instant = Frame<State, Move, Outcome, Reason>

export type Story = {
  readonly scenario: ScenarioId
  readonly frames: Frames<Instant>
  /** how many frames after the first are the scenario's; the rest are the reader's own */
  readonly kept: number
}

const system = { step, enabled }

/** A link must stay short: after this many writes the reader begins again. */
export const longest = 20
/** Host included; as many columns as a page has room for. */
export const mostUsers = 5

const goOn = (frames: Frames<Instant>, moves: readonly Move[]): Frames<Instant> =>
  moves.reduce((so, move) => append(system, so, move), frames)

const moveOf = ({ ask: _, ...move }: Scenario['steps'][number]): Action => move

export const tell = (id: string): Story | undefined => {
  const scenario = scenarioById(id)
  if (!scenario) return undefined
  const frames = goOn(begin(play(machine, scenario.stage)), scenario.steps.map(moveOf))
  return { scenario: scenario.id, frames, kept: frames.length - 1 }
}

/** For an author's mistake in a page, not for a reader's link: it throws. */
export const open = (scenario: string = scenarios[0]?.id ?? 'own'): Story => {
  const story = tell(scenario)
  const known = scenarios.map(({ id }) => id).join(', ')
  if (!story) throw new Error(`user-map: expected a scenario (${known}), got "${scenario}"`)
  return story
}

export const stateAt = (story: Story, now: number): State => frameAt(story.frames, now).state

/** The move that the story makes after an instant; nothing at its end. */
export const nextMove = (story: Story, now: number): Move | undefined => story.frames[now + 1]?.made?.move

/** What a process here may try. Root only writes: what it would make belongs to a user that the model has not. */
export const isOffered = (state: State, move: Move): move is Action => {
  if (!actors(state).some(({ id }) => id === move.by)) return false
  if (move.do === 'map' || move.do === 'setgroups') return actors(state).some(({ id }) => id === move.of)
  if (move.by === sudo) return false
  if (move.do === 'drop' || move.do === 'unshare') return true
  return move.do === 'clone' && state.users.length <= mostUsers
}

/** The reader's move; the same as the story's own is the story's own. */
export const act = (story: Story, now: number, move: Action): Story => {
  if (JSON.stringify(nextMove(story, now)) === JSON.stringify(move)) return story
  const kept = Math.min(story.kept, now)
  return { ...story, kept, frames: append(system, keepUntil(story.frames, now), move) }
}

/** A story from a link: undefined where it has a move that is not offered here. */
export const retell = (id: string, kept: number, moves: readonly Move[]): Story | undefined => {
  const story = tell(id)
  if (!story || kept > story.kept || kept + moves.length > longest) return undefined
  const first: Story = { ...story, kept, frames: keepUntil(story.frames, kept) }
  return moves.reduce<Story | undefined>((so, move) => {
    if (!so || !isOffered(stateAt(so, so.frames.length), move)) return undefined
    return { ...so, frames: append(system, so.frames, move) }
  }, first)
}

export const ownMoves = (story: Story): readonly Move[] =>
  story.frames.slice(story.kept + 1).flatMap(({ made }) => (made ? [made.move] : []))

export type Asked = { readonly at: number; readonly question: Question; readonly right: Answer | undefined }

/** The question about the move to come, or about the one just made; the model answers it in the scenario as it stands. */
export const askedAt = (story: Story, now: number): Asked | undefined => {
  const steps = scenarioById(story.scenario)?.steps ?? []
  const at = [now, now - 1].find((at) => at < story.kept && steps[at]?.ask)
  const question = at === undefined ? undefined : steps[at]?.ask
  const frame = at === undefined ? undefined : story.frames[at + 1]
  if (at === undefined || !question || !frame?.made) return undefined
  return { at, question, right: question.answer(frame.state, frame.made.outcome) }
}
