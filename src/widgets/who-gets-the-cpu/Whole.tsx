/** Every example without a script: for print, for search, and for whoever reads with JavaScript off. */
import type { Language } from './labels.ts'
import { resultOf } from './result.ts'
import { openScenario, scenarios } from './scenarios.ts'

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
          {scenarios.flatMap(({ id, places, machine }) =>
            resultOf(places, machine).rows.map(({ name, gets }, at) => {
              const knobs = machine.groups[at]
              return (
                <tr key={`${id} ${name}`}>
                  <td>{at === 0 ? labels.scenarios[id].name : null}</td>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{knobs?.weight}</td>
                  <td>{knobs?.quota === undefined ? 'max' : `${knobs.quota}000 100000`}</td>
                  <td>{knobs?.loops.join(' + ')}</td>
                  <td>{wording.share(gets)}</td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
    </div>
  </details>
)
