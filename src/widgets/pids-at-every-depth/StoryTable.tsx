/** The whole story without a script: for print, for search, and for whoever reads with JavaScript off. */
import { isInternal, observe, type State } from '#models/namespaces'
import { Words } from '#widgets/kit'
import type { Language } from './labels.ts'
import { happeningAt } from './sentences.ts'
import { open } from './story.ts'

/** `sleep` 4023 → 2, a zombie marked in words */
const membersAt = (state: State, zombie: string): readonly string[] =>
  (observe(state)[0]?.ps ?? [])
    .filter(({ pid }) => pid !== 1)
    .map(
      ({ comm, nspid, state: letter }) =>
        `\`${comm}\` ${nspid.join(' → ')}${letter === 'Z' ? ` (${zombie})` : ''}`,
    )

export const StoryTable = ({
  scenario,
  wording,
  labels,
}: Language & { readonly scenario?: string | undefined }) => {
  const story = open(scenario)
  return (
    <details class="story">
      <summary>{labels.story}</summary>
      <div class="processes" role="region" aria-label={labels.story} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {labels.storyColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {story.frames.map(({ state, made }, now) => {
              const happening = happeningAt(wording, story, now)
              if (!made || !happening) return null
              return (
                <tr key={now} class={isInternal(made.move) ? 'by-itself' : 'asked'}>
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
                    {membersAt(state, wording.lives.zombie).map((member) => (
                      <span key={member} class="member">
                        <Words text={member} />
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
