export { en } from './en.ts'
export type { Wording } from './types.ts'
export { zhCn } from './zh-cn.ts'
