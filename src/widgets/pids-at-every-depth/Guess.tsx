import { useState } from 'preact/hooks'
import type { ChoiceId } from '#models/namespaces'
import { Prediction } from '#widgets/kit'
import type { Language } from './labels.ts'
import { askedAt, isRight, type Story } from './story.ts'

type Props = Language & { readonly story: Story; readonly now: number; readonly reveal: (at: number) => void }

/** The question about the move to come; once guessed it stays beside the answer. */
export const Guess = ({ story, now, reveal, wording, ui }: Props) => {
  const [guesses, setGuesses] = useState<Readonly<Record<string, string>>>({})
  const asked = askedAt(story, now)
  if (!asked) return null
  const { at, question } = asked
  const chosen = guesses[question.id]
  if (now > at && chosen === undefined) return null
  const choices = Object.keys(question.choices) as ChoiceId[]
  return (
    <Prediction
      question={wording.questions[question.id]}
      choices={choices.map((id) => ({
        id,
        text: wording.choices[id],
        right: isRight(story.scenario, at, question, id),
      }))}
      chosen={chosen}
      choose={(id) => {
        setGuesses({ ...guesses, [question.id]: id })
        reveal(at + 1)
      }}
      ui={ui}
    />
  )
}
