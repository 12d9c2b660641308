export { findK3s, k3sHere, type K3s } from './find-k3s.ts'
export { newestPin } from './pins.ts'
