/** Every example without a script: for print, for search, and for whoever reads with JavaScript off. */
import { Columns, ScrollTable, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { resultOf } from './result.ts'
import { openScenario, scenarios } from './scenarios.ts'

export const Whole = ({ scenario, wording, labels }: Language & Pick<ViewProps, 'scenario'>) => (
  <details class="story">
    <summary>{labels.whole}</summary>
    <ScrollTable
      label={`${labels.whole}: ${labels.scenarios[openScenario(scenario).id].name}`}
      columns={<Columns names={labels.columns} />}
    >
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
    </ScrollTable>
  </details>
)
