/** A whole story without a script: for print, for search, and for whoever reads with JavaScript off. */
import type { Tale } from '#kit'
import { frameAt } from '../history.ts'
import { Columns, ScrollTable } from '../ScrollTable.tsx'
import type { Strings } from '../strings/types.ts'
import { Words } from '../Words.tsx'
import type { StoryWords } from './Guess.tsx'
import { happeningAt, type Speech } from './happening.ts'
import type { Stage } from './stage.ts'
import { open, type Story } from './story.ts'

type Props<T extends Tale> = {
  readonly stage: Stage<T>
  readonly speech: Speech<T>
  /** the widget's own title, where two regions of a page would otherwise have one name */
  readonly labels: { readonly title: string }
  readonly ui: Strings
  /** the last column: what is there then, a line each */
  readonly column: string
  readonly thenAt: (story: Story<T>, now: number) => readonly string[]
}

type OneProps<T extends Tale> = Props<T> & {
  readonly scenario?: string | undefined
  /** where several stand together: this one's */
  readonly name?: string
}

const Line = <T extends Tale>({
  story,
  now,
  speech,
  thenAt,
}: Pick<Props<T>, 'speech' | 'thenAt'> & { readonly story: Story<T>; readonly now: number }) => {
  const { made } = frameAt(story.frames, now)
  const happening = happeningAt(speech, story, now)
  if (!made || !happening) return null
  return (
    <tr class={story.stage.isInternal(made.move) ? 'by-itself' : 'asked'}>
      <td>
        <Words text={happening.move} />
      </td>
      <td>
        {happening.outcome ? (
          <b>
            <Words text={`${happening.outcome}. `} />
          </b>
        ) : null}
        <Words text={happening.reasons.map(({ text }) => text).join(' ')} />
      </td>
      <td>
        {thenAt(story, now).map((line) => (
          <span key={line} class="member">
            <Words text={line} />
          </span>
        ))}
      </td>
    </tr>
  )
}

export const StoryTable = <T extends Tale>(props: OneProps<T>) => {
  const { stage, scenario, labels, ui, name = ui.story, column } = props
  const story = open(stage, scenario)
  return (
    <details class="story">
      <summary>{name}</summary>
      <ScrollTable
        label={`${labels.title}: ${name}`}
        columns={<Columns names={[...ui.storyColumns, column]} />}
      >
        {story.frames.map((_, now) => (
          <Line key={now} {...props} story={story} now={now} />
        ))}
      </ScrollTable>
    </details>
  )
}

type AllProps<T extends Tale> = Props<T> & {
  /** names them together */
  readonly all: string
  readonly words: StoryWords<T>
}

/** Each story in which something is done. */
export const StoryTables = <T extends Tale>({ all, words, ...props }: AllProps<T>) => (
  <details class="story">
    <summary>{all}</summary>
    {props.stage.scenarios
      .filter(({ steps }) => steps.length > 0)
      .map(({ id }: { readonly id: T['scenario'] }) => (
        <StoryTable key={id} {...props} scenario={id} name={words.scenarios[id].name} />
      ))}
  </details>
)
