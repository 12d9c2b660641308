/** The timeline without a script: for print, for search, and for whoever reads with JavaScript off. */
import { Columns, ScrollTable, wordReason, Words, type ViewProps } from '#widgets/kit'
import type { Language } from './labels.ts'
import { openScenario } from './scenarios.ts'
import { unroll } from './timeline.ts'

export const Whole = ({ scenario, wording, labels }: Language & Pick<ViewProps, 'scenario'>) => (
  <details class="story">
    <summary>{labels.whole}</summary>
    <ScrollTable
      label={`${labels.whole}: ${labels.scenarios[openScenario(scenario).id].name}`}
      columns={<Columns names={labels.columns} />}
    >
      {unroll(openScenario(scenario).knobs).map(({ state, made }, at) =>
        made ? (
          <tr key={at}>
            <td>{wording.time(state.now)}</td>
            <td>
              <Words text={made.trace.map((reason) => wordReason(wording.reasons)(reason).text).join(' ')} />
            </td>
          </tr>
        ) : null,
      )}
    </ScrollTable>
  </details>
)
