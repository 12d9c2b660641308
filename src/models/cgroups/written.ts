/** What every write to a file comes to: a value that is read back, or a number that is refused. */
import { parseInteger, type Kind } from './integer.ts'
import { deny, done, type Step } from './result.ts'
import { because, type Trace } from './rules.ts'
import { changeSettings } from './change.ts'
import type { Group, Settings, State } from './types.ts'

export type Write = {
  readonly state: State
  readonly group: Group
  readonly file: string
  /** with the newline that echo adds */
  readonly text: string
}

export const malformed = ({ state, group, file, text }: Write): Step =>
  deny(state, 'EINVAL', because('cgroups/malformed', group.place, { file, text: text.trim() }))

/** `then` makes the step where the text is a number of that kind within the range. */
export const takeInteger = (
  write: Write,
  kind: Kind,
  { from = -Infinity, to = Infinity, errno = 'ERANGE' as 'ERANGE' | 'EINVAL' },
  then: (value: number) => Step,
): Step => {
  const { state, group, file, text } = write
  const parsed = parseInteger(text, kind)
  if ('errno' in parsed && parsed.errno === 'EINVAL') return malformed(write)
  if (!('errno' in parsed) && parsed.value >= from && parsed.value <= to) return then(parsed.value)
  const refusal = 'errno' in parsed ? parsed.errno : errno
  return deny(
    state,
    refusal,
    because('cgroups/out-of-range', group.place, { file, text: text.trim(), from, to }),
  )
}

export const keep = (
  { state, group, file }: Write,
  change: Partial<Settings>,
  value: string | number,
  ...also: Trace
): Step =>
  done(
    changeSettings(state, group, change),
    because('cgroups/written', group.place, { file, value: String(value) }),
    ...also,
  )
