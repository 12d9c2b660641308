export { en } from './en.ts'
export type { Wording } from './types.ts'
export { wordReason } from './word-reason.ts'
export { zhCn } from './zh-cn.ts'
