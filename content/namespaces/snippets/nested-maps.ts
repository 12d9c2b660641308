import { init, step, type Action, type Extent } from '#models/namespaces'

let state = init({ ids: 200_000 }) // bash, number 4021, is root, and this machine has 200,000 uids

const run = (action: Action) => {
  const { state: after, outcome, trace } = step(state, action)
  console.log(`${action.do} by ${action.by}: ${Object.values(outcome).join(' ')}  ${trace[0]?.rule}`)
  state = after
}

const enter = (by: number, child: number, extents: Extent[]) => {
  run({ do: 'clone', by, comm: 'sh', kinds: ['user'] })
  for (const file of ['uid', 'gid'] as const) run({ do: 'map', by, of: child, file, extents })
}
const own: Extent = [0, 0, 1]
enter(4021, 4022, [own, [1, 100_000, 65_536]])
enter(4022, 4023, [own, [1, 1000, 500]]) // counted in the namespace around it

// A number, and what it is called in each namespace on the way out
const wayOut = (id: number, user = state.users.length - 1): string => {
  const { parent, maps } = state.users[user]!
  if (parent === undefined) return `${id}`
  const line = maps.uid?.find(([inside, , count]) => inside <= id && id < inside + count)
  return `${id} → ` + (line ? wayOut(line[1] + id - line[0], parent) : 'nobody')
}
console.log()
for (const id of [0, 1, 33, 500, 501]) console.log(wayOut(id))

// Try: the second map for 70,000 numbers instead of 500. Or take `own` out of the first map.
