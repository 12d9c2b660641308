import type { Language } from './labels.ts'
import { bounds, knobNames, turn, type Knobs } from './service.ts'
import { isWithin } from './codec.ts'

type Props = Pick<Language, 'labels'> & { readonly knobs: Knobs; readonly set: (knobs: Knobs) => void }

/** As they would be written: v2's two files, and v1's three. */
const filesOf = ({ quota, period, burst }: Knobs): readonly string[] => [
  `cpu.max ${quota * 1000} ${period * 1000}`,
  `cpu.max.burst ${burst * 1000}`,
  `cpu.cfs_quota_us ${quota * 1000}`,
  `cpu.cfs_period_us ${period * 1000}`,
  `cpu.cfs_burst_us ${burst * 1000}`,
]

export const Settings = ({ knobs, set, labels }: Props) => {
  const files = filesOf(knobs)
  return (
    <div class="settings" role="group" aria-label={labels.settings}>
      {knobNames.map((name) => (
        <label key={name}>
          <span>{labels.knobs[name]}</span>
          <span>
            <input
              type="number"
              min={bounds[name][0]}
              max={name === 'burst' ? knobs.quota : bounds[name][1]}
              value={knobs[name]}
              onChange={(event) => {
                const value = event.currentTarget.valueAsNumber
                if (isWithin(name, value)) set(turn(knobs, { [name]: value }))
                else event.currentTarget.value = String(knobs[name])
              }}
            />{' '}
            {name === 'threads' ? null : <small>ms</small>}
          </span>
        </label>
      ))}
      <p class="files">
        v2{' '}
        {files.slice(0, 2).map((file) => (
          <code key={file}>{file}</code>
        ))}{' '}
        <br />
        v1{' '}
        {files.slice(2).map((file) => (
          <code key={file}>{file}</code>
        ))}
      </p>
    </div>
  )
}
