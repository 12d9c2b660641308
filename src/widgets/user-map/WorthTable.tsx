import { nameOf, type State } from '#models/namespaces'
import { host, innerUsers, worthOf } from '#models/namespaces/host'
import type { Labels } from './labels.ts'
import { letterOf } from './outward.ts'

const Counts = ({ yes, labels }: { readonly yes: boolean; readonly labels: Labels }) => (
  <td class={yes ? 'counts' : 'not'}>
    <span aria-hidden="true">{yes ? '●' : '○'}</span>{' '}
    <small>{yes ? labels.worth.counts : labels.worth.not}</small>
  </td>
)

const whereIs = (user: number, labels: Labels): string =>
  user === host ? labels.onHost : labels.inUser(letterOf(user))

/** Who is capable of what belongs where. */
export const WorthTable = ({ state, labels }: { readonly state: State; readonly labels: Labels }) => {
  return (
    <div class="scrolls worth" role="region" aria-label={labels.worth.title} tabIndex={0}>
      <table>
        <caption>{labels.worth.title}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.worth.process}</th>
            <th scope="col">{labels.worth.ofHost}</th>
            {innerUsers(state).map((user) => (
              <th key={user} scope="col">
                {labels.worth.of(letterOf(user))}
              </th>
            ))}
            <th scope="col">
              {labels.worth.file} <code>/etc/shadow</code>
            </th>
          </tr>
        </thead>
        <tbody>
          {worthOf(state).map(({ process, uid, over, overShadow }) => (
            <tr key={process.id}>
              <th scope="row">
                <code>{nameOf(process)}</code>
                <small>{labels.worth.here(whereIs(process.user, labels), uid, process.capable)}</small>
              </th>
              {over.map(({ user, counts }) => (
                <Counts key={user} yes={counts} labels={labels} />
              ))}
              <Counts yes={overShadow} labels={labels} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
