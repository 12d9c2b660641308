import { init, step, type Action, type Kind, type State } from '#models/namespaces'

// bash gives up its capabilities and starts a container: a user namespace, and what that one owns.
const prepare: Action[] = [
  { do: 'drop', by: 4021 },
  { do: 'clone', by: 4021, comm: 'sh', kinds: ['user', 'uts', 'net'] },
]
const start = prepare.reduce<State>((state, action) => step(state, action).state, init())

// Then it wants to go in itself. Each line: the calls of setns one after the other, and what each may carry.
const orders: Kind[][][] = [
  [['net'], ['user']],
  [['user'], ['net']],
  [['user', 'net']],
  [['net', 'uts', 'user']],
  [['user'], ['user', 'net']],
]

for (const calls of orders) {
  let state = start
  for (const kinds of calls) {
    const { state: after, outcome, trace } = step(state, { do: 'setns', by: 4021, pid: 4022, kinds })
    const told = outcome.is === 'error' ? outcome.errno : 'ok'
    console.log(`${kinds.join('+')}: ${told}`.padEnd(20), trace[0]?.rule)
    state = after
  }
  console.log()
}

// Try: take 'drop' out of the preparations. Which orders change, and why does the last one not?
