/** A booted guest and the channel to its agent. */
export { findAccelerator } from './accelerator.ts'
export { bootMachine, type Machine } from './boot.ts'
export { carrySources } from './carried-sources.ts'
export { MachineLost, type Connection } from './connection.ts'
export { exposedFiles, layOut, quote } from './exposed-files.ts'
export { makeInitramfs } from './initramfs.ts'
export { launchLine } from './launch.ts'
export {
  descriptors,
  logDevices,
  networkDevices,
  qemuArguments,
  qemuPrograms,
  type Accelerator,
} from './qemu.ts'
export { openUnnamed } from './unnamed-file.ts'
