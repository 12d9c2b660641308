/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type { Question, Scenario } from '#kit'
import type { Extent, IdFile, Kind } from '../kinds.ts'
import type { NamespacesTale } from '../tale.ts'
import type { Action, Outcome, State } from '../types.ts'
import { wayOut } from './compose.ts'
import { worthOf } from './worth.ts'
import { alpha, bash, beta, dash, sh, sudo, you } from './world.ts'

type ScenarioId = 'own' | 'more' | 'groups' | 'range' | 'overlap' | 'zero' | 'nested' | 'worth' | 'free'

type QuestionId =
  | 'own-number'
  | 'two-numbers'
  | 'own-group'
  | 'allow-again'
  | 'owner-of-33'
  | 'overlap-inside'
  | 'shadow'
  | 'which-numbers'
  | 'owner-of-7'
  | 'root-again'

/** What the kernel answers, yes and no, or a number of the host's. */
type ChoiceId = 'done' | 'EPERM' | 'EINVAL' | 'yes' | 'no' | OwnerId
export type OwnerId = '33' | '107' | '5000' | '10007' | '10033' | '10106'

export type UserTale = NamespacesTale<{ scenario: ScenarioId; question: QuestionId; choice: ChoiceId }>

/** A file made further in, by this number. */
export type Made = { readonly user: number; readonly id: number }

const unshare = (...kinds: readonly Kind[]): Action => ({ do: 'unshare', by: sh, kinds })

const write = (by: number, of: number, file: IdFile, ...extents: readonly Extent[]): Action => ({
  ...{ do: 'map', by, of },
  file,
  extents,
})

const setgroups = (by: number, to: 'allow' | 'deny'): Action => ({ do: 'setgroups', by, of: sh, to })

type Ask = { readonly ask: Question<UserTale> }

const told = (outcome: Outcome): string => (outcome.is === 'error' ? outcome.errno : outcome.is)

const asks = (id: QuestionId, ...choices: readonly ('done' | 'EPERM' | 'EINVAL')[]): Ask => ({
  ask: {
    id,
    choices: Object.fromEntries(
      choices.map((choice) => [choice, (_: State, outcome: Outcome) => told(outcome) === choice]),
    ),
  },
})

const asksOwner = (id: QuestionId, made: Made, ...choices: readonly OwnerId[]): Ask => ({
  ask: {
    id,
    choices: Object.fromEntries(
      choices.map((choice) => [
        choice,
        (after: State) => {
          const way = wayOut(after, made.user, 'uid', made.id)
          return way.leads === 'to-host' && String(way.id) === choice
        },
      ]),
    ),
  },
})

const canReadShadow = (state: State): boolean =>
  worthOf(state).some(({ process, overShadow }) => process.id === sh && overShadow)

const asksShadow: Ask = {
  ask: {
    id: 'shadow',
    choices: { yes: (after) => canReadShadow(after), no: (after) => !canReadShadow(after) },
  },
}

const mine: Extent = [0, you, 1]
const range: Extent = [0, 10000, 1000]
const further: Extent = [0, 100, 50]
/** As an engine without root asks for it: oneself as 0, and numbers set aside for the rest. */
const rootless: readonly Extent[] = [mine, [1, 10000, 999]]
const seven: Made = { user: beta, id: 7 }
const website: Made = { user: alpha, id: 33 }

type Told = Scenario<UserTale> & { readonly made: Made }

export const scenarios: readonly Told[] = [
  {
    id: 'own',
    steps: [
      { ...write(bash, sh, 'uid', mine), ...asks('own-number', 'done', 'EPERM', 'EINVAL') },
      write(bash, sh, 'uid', mine),
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'more',
    steps: [
      { ...write(bash, sh, 'uid', [0, you, 2]), ...asks('two-numbers', 'done', 'EPERM', 'EINVAL') },
      write(bash, sh, 'uid', [0, 0, 1]),
      write(sh, sh, 'uid', [you, you, 1]),
    ],
    made: { user: alpha, id: you },
  },
  {
    id: 'groups',
    steps: [
      { ...write(bash, sh, 'gid', mine), ...asks('own-group', 'done', 'EPERM', 'EINVAL') },
      setgroups(bash, 'deny'),
      write(bash, sh, 'gid', mine),
      { ...setgroups(bash, 'allow'), ...asks('allow-again', 'done', 'EPERM') },
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'range',
    steps: [
      write(bash, sh, 'uid', range),
      { ...write(sudo, sh, 'uid', range), ...asksOwner('owner-of-33', website, '33', '5000', '10033') },
      write(sudo, sh, 'gid', range),
    ],
    made: website,
  },
  {
    id: 'overlap',
    steps: [
      {
        ...write(sudo, sh, 'uid', range, [500, 20000, 500]),
        ...asks('overlap-inside', 'done', 'EPERM', 'EINVAL'),
      },
      write(sudo, sh, 'uid', range, [1000, 10500, 500]),
      write(sudo, sh, 'uid', range, [1000, 20000, 500]),
    ],
    made: { user: alpha, id: 1200 },
  },
  {
    id: 'nested',
    steps: [
      write(sudo, sh, 'uid', ...rootless),
      write(sudo, sh, 'gid', ...rootless),
      { do: 'clone', by: sh, comm: 'dash', kinds: ['user'] },
      { ...write(sh, dash, 'uid', mine), ...asks('which-numbers', 'done', 'EPERM', 'EINVAL') },
      write(sh, dash, 'gid', further),
      { ...write(sh, dash, 'uid', further), ...asksOwner('owner-of-7', seven, '107', '10007', '10106') },
    ],
    made: seven,
  },
  {
    id: 'worth',
    steps: [
      write(bash, sh, 'uid', mine),
      setgroups(bash, 'deny'),
      write(bash, sh, 'gid', mine),
      unshare('uts'),
      { do: 'drop', by: sh },
      unshare('net'),
      { ...unshare('user', 'net'), ...asks('root-again', 'done', 'EPERM') },
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'zero',
    steps: [
      write(sh, sh, 'uid', [0, 0, 1]),
      write(sudo, sh, 'uid', [0, 0, 100]),
      { ...write(sudo, sh, 'gid', [0, 0, 100]), ...asksShadow },
    ],
    made: { user: alpha, id: 0 },
  },
  { id: 'free', steps: [], made: { user: alpha, id: 0 } },
]
