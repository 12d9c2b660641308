/** The languages of the book, in the order in which they are offered; the first is served at the root. */
export const languages = ['en', 'zh-cn'] as const
export type Language = (typeof languages)[number]

const tags: Record<Language, string> = { en: 'en', 'zh-cn': 'zh-CN' }

/** The BCP 47 tag, for `lang` and `hreflang`. */
export const tagOf = (language: Language) => tags[language]

/** A route's `lang` parameter: absent at the root. */
export const languageOf = (param: string | undefined): Language => (param === 'zh-cn' ? 'zh-cn' : 'en')

export const paramOf = (language: Language) => (language === 'en' ? undefined : language)

export const otherThan = (language: Language): Language => (language === 'en' ? 'zh-cn' : 'en')
