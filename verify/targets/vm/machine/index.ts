/** A booted guest and the channel to its agent. */
export { findAccelerator } from './accelerator.ts'
export { bootMachine, type Machine } from './boot.ts'
export { MachineLost, type Connection } from './connection.ts'
export { qemuPrograms, type Accelerator } from './qemu.ts'
