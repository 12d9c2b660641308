import { nameOf, observe, type Process, type State } from '#models/namespaces'
import { seatsOf } from '#models/namespaces/seats'
import type { Language } from './labels.ts'

/** In words, what the chosen process sees: whom, by which number, and what is its alone. */
export const Sees = ({
  state,
  process,
  labels,
}: Language & { readonly state: State; readonly process: Process }) => {
  const seen = observe(state).find(({ namespace }) => namespace === process.namespace)?.ps ?? []
  const alone = seatsOf(state, state, process).filter(({ place, company }) => place && company.length === 0)
  return (
    <div class="sees">
      <p>{labels.legend}</p>
      <p>
        <b>{labels.sees(nameOf(process))}</b>
      </p>
      <dl>
        <dt>{labels.seesProcesses}</dt>
        <dd>
          {seen.map(({ pid, comm }) => (
            <span key={pid}>
              <code>{comm}</code> {pid}
            </span>
          ))}
        </dd>
        <dt>{labels.seesAlone}</dt>
        <dd>
          {alone.map(({ kind }) => (
            <code key={kind}>{kind}</code>
          ))}
          {alone.length === 0 ? labels.nothing : null}
        </dd>
      </dl>
    </div>
  )
}
