import { en, type Words } from './words.en.ts'
import { zhCn } from './words.zh-cn.ts'
import type { Language } from './languages.ts'

export * from './languages.ts'
export { address, asset } from './address.ts'
export type { Words }

const tables: Record<Language, Words> = { en, 'zh-cn': zhCn }

/** What the site says in a language. */
export const wordsOf = (language: Language): Words => tables[language]
