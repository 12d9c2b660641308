/** The list of languages: a file that stands for itself, since the words beside it need the rest of the site. */
const languages = 'src/site/language/languages.ts'

/** The folder of the table to which a file belongs; undefined for files outside it. */
export function folderOf(file: string): string | undefined {
  const parts = file.split('/')
  const [top, second = '', third = ''] = parts
  if (top === 'verify' || top === 'content') return top
  if (top !== 'src') return undefined
  // content.config.ts and its like belong to Astro, as pages do.
  if (parts.length === 2) return 'pages'
  const divided = second === 'models' || second === 'wording' || second === 'widgets'
  if (divided && parts.length > 3) return `${second}/${third}`
  if (second === 'site' && third === 'chapter') return 'site/chapter'
  if (file === languages) return 'site/languages'
  return second
}
