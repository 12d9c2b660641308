import { paramOf, type Language } from './languages.ts'

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')

/** The address of a page below the site's base: `address('zh-cn', 'namespaces')` → `/zh-cn/namespaces/`. */
export function address(language: Language, path = ''): string {
  const parts = [paramOf(language), path].filter(Boolean)
  return base + parts.map((part) => `${part}/`).join('')
}

/** The address of a file in the public folder. */
export const asset = (path: string) => base + path
