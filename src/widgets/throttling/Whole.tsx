/** The timeline without a script: for print, for search, and for whoever reads with JavaScript off. */
import { wordReason } from '#wording/cpu-time'
import { Words } from '#widgets/kit'
import type { Language } from './labels.ts'
import { openScenario } from './scenarios.ts'
import { unroll } from './timeline.ts'

export const Whole = ({
  scenario,
  wording,
  labels,
}: Language & { readonly scenario?: string | undefined }) => (
  <details class="story">
    <summary>{labels.whole}</summary>
    <div
      class="scrolls"
      role="region"
      aria-label={`${labels.whole}: ${labels.scenarios[openScenario(scenario).id].name}`}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {labels.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {unroll(openScenario(scenario).knobs).map(({ state, made }, at) =>
            made ? (
              <tr key={at}>
                <td>{wording.time(state.now)}</td>
                <td>
                  <Words
                    text={made.trace
                      .map(wordReason(wording))
                      .map(({ text }) => text)
                      .join(' ')}
                  />
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  </details>
)
