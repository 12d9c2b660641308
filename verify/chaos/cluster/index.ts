/** Kills of anything that a cluster is made of, its tool too, at random moments; the machine is the same afterwards. */
export { drawCycles, victims, type Cycle, type Victim } from './draw-cycles.ts'
export { compareInventories, takeInventory, type Thing } from './inventory.ts'
export { isOwnMachine, onOwnMachine } from './own-machine.ts'
export { playCycle, timeUp, type PlayedCycle } from './play-cycle.ts'
