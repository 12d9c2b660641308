export { en } from './en.ts'
export { zhCn } from './zh-cn.ts'
export type { Wording } from './types.ts'
