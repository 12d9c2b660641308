import { useState } from 'preact/hooks'
import type { Tale } from '#kit'
import { Prediction } from '../Prediction.tsx'
import type { Strings } from '../strings/types.ts'
import { askedAt, choicesOf, isRight, type Story } from './story.ts'

/** The words of a widget's scenarios, questions and choices. */
export type StoryWords<T extends Tale> = {
  readonly scenarios: Readonly<Record<T['scenario'], { readonly name: string; readonly about: string }>>
  readonly questions: Readonly<Record<T['question'], string>>
  readonly choices: Readonly<Record<T['choice'], string>>
}

type Props<T extends Tale> = {
  readonly story: Story<T>
  readonly now: number
  readonly reveal: (at: number) => void
  readonly words: StoryWords<T>
  readonly ui: Strings
}

/** The question about the move to come; once guessed it stays beside the answer. */
export const Guess = <T extends Tale>({ story, now, reveal, words, ui }: Props<T>) => {
  const [guesses, setGuesses] = useState<Readonly<Record<string, string>>>({})
  const asked = askedAt(story, now)
  if (!asked) return null
  const { at, question } = asked
  const key: T['question'] = question.id
  const chosen = guesses[key]
  if (now > at && chosen === undefined) return null
  return (
    <Prediction
      question={words.questions[key]}
      choices={choicesOf(question).map((id: T['choice']) => ({
        id,
        text: words.choices[id],
        right: isRight(story, asked, id),
      }))}
      chosen={chosen}
      choose={(id) => {
        setGuesses({ ...guesses, [key]: id })
        reveal(at + 1)
      }}
      ui={ui}
    />
  )
}
