/** The whole story without a script: for print, for search, and for whoever reads with JavaScript off. */
import type { Strings } from '../strings/types.ts'
import { Words } from '../Words.tsx'
import { happeningAt, type Speech } from './happening.ts'
import type { Tale } from './stage.ts'
import { open, type Story } from './story.ts'
import type { Stage } from './stage.ts'

type Props<T extends Tale> = {
  /** the widget's, where two regions of a page would otherwise have one name */
  readonly title?: string
  readonly stage: Stage<T>
  readonly scenario?: string | undefined
  /** where several stand together: this one's */
  readonly name?: string
  readonly speech: Speech<T>
  /** the last column: what is there then, a line each */
  readonly column: string
  readonly thenAt: (story: Story<T>, now: number) => readonly string[]
  readonly ui: Strings
}

export const StoryTable = <T extends Tale>({
  title,
  stage,
  scenario,
  name,
  speech,
  column,
  thenAt,
  ui,
}: Props<T>) => {
  const story = open(stage, scenario)
  return (
    <details class="story">
      <summary>{name ?? ui.story}</summary>
      <div
        class="scrolls"
        role="region"
        aria-label={[...(title ? [title] : []), name ?? ui.story].join(': ')}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {[...ui.storyColumns, column].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {story.frames.map(({ made }, now) => {
              const happening = happeningAt(speech, story, now)
              if (!made || !happening) return null
              return (
                <tr key={now} class={stage.isInternal(made.move) ? 'by-itself' : 'asked'}>
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
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
