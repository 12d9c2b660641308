/** Sandboxes for transcripts: making them, and leaving nothing of them behind. */
export { cgroupVersion, readHierarchies } from './cgroups.ts'
export { enterSandbox } from './enter-sandbox.ts'
export { isDisposable, shapeOf, unmetNeed, type Shape } from './needs.ts'
export { openSandbox, type Remains, type Sandbox } from './open-sandbox.ts'
export { findProcesses } from './processes.ts'
export { makeRunFolder, removeRun, sweep } from './run-folder.ts'
export { isRoot, userToDropTo } from './user.ts'
export { startWatchdog, type Watchdog } from './watchdog.ts'
