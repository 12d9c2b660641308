/** cgroup.freeze, cgroup.kill (v2) and freezer.state (v1). */
import { changeSettings, withoutProcesses } from './change.ts'
import { findGroup, frozenBy, membersBelow } from './find.ts'
import { emptied } from './pids.ts'
import { deny, done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Group, State } from './types.ts'
import { malformed, takeInteger, type Write } from './written.ts'

const setFreeze = ({ state, group }: Write, freeze: 0 | 1): Step => {
  const made = changeSettings(state, group, { freeze })
  const processes = membersBelow(state, group).length
  const parent = findGroup(state, group.parent)
  const above = parent && frozenBy(state, parent)
  return done(
    made,
    because(freeze === 1 ? 'cgroups/frozen' : 'cgroups/thawed', group.place, { processes }),
    ...(above ? [because('cgroups/frozen-above', group.place, { at: above.place })] : []),
  )
}

export const writeFreeze = (write: Write): Step =>
  takeInteger({ ...write, text: write.text.trim() }, 's32', { from: 0, to: 1 }, (freeze) =>
    setFreeze(write, freeze === 1 ? 1 : 0),
  )

export const writeFreezerState = (write: Write): Step => {
  const word = write.text.trim()
  if (word !== 'FROZEN' && word !== 'THAWED') return malformed(write)
  return setFreeze(write, word === 'FROZEN' ? 1 : 0)
}

export const readFreezerState = (state: State, group: Group): string =>
  frozenBy(state, group) ? 'FROZEN' : 'THAWED'

/** SIGKILL to all below, frozen ones too. */
export const writeKill = (write: Write): Step =>
  takeInteger({ ...write, text: write.text.trim() }, 's32', { from: 1, to: 1 }, () => {
    const { state, group } = write
    if (group.threaded) return deny(state, 'EOPNOTSUPP', because('cgroups/kill-threads', group.place, {}))
    const gone = membersBelow(state, group)
    const after = withoutProcesses(state, gone)
    const processes = gone.map(({ id }) => id)
    return done(after, because('cgroups/killed', group.place, { processes }), ...emptied(state, after, gone))
  })
