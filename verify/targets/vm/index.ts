/** The vm target: a throwaway machine with a kernel of its own. */
export { prepareVm } from './prepare.ts'
export { createVmTarget } from './vm-target.ts'
