export { diagnose } from './diagnose.ts'
export type { Facts } from './facts.ts'
export { probe } from './probe.ts'
