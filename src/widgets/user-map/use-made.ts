import { useState } from 'preact/hooks'
import { alpha, scenarios, type Made, type UserTale } from '#models/namespaces/host'
import { putFragment, useFragment, type Story } from '#widgets/kit'
import { stateAt } from './draft.ts'

type Chosen = Made & { readonly scenario: string }

const read = (text: string): Chosen | undefined => {
  const [, scenario, user, id] = /^([a-z]+)\.(\d{1,2})\.(\d{1,9})$/.exec(text) ?? []
  return scenario ? { scenario, user: Number(user), id: Number(id) } : undefined
}

/** The file asked about: the story's own until the reader asks about another, which then is part of the link. */
export const useMade = (
  id: string,
  story: Story<UserTale>,
  now: number,
): readonly [Made, (made: Made) => void] => {
  const [chosen, choose] = useState<Chosen>()
  const name = `${id}-file`
  useFragment(name, (text) => choose(read(text)))
  const own = scenarios.find((scenario) => scenario.id === story.scenario)?.made
  const wanted = chosen?.scenario === story.scenario ? chosen : own
  const { user, id: number } = wanted ?? { user: alpha, id: 0 }
  const isThere = user >= alpha && stateAt(story, now).users[user] !== undefined
  return [
    { user: isThere ? user : alpha, id: number },
    (made) => {
      choose({ ...made, scenario: story.scenario })
      putFragment(name, [story.scenario, made.user, made.id].join('.'))
    },
  ]
}
