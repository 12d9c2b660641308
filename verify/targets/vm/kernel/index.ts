/** The kernel that a vm boots: found, or fetched and unpacked. */
export { findKernel, type Found, type Kernel } from './find-kernel.ts'
export { loadOrder, moduleName } from './modules.ts'
export { prepareKernel } from './prepare.ts'
