/** Checks of a finished build: every link leads somewhere, every language version knows the others, every script may run. */
import { createHash } from 'node:crypto'
import { failed, join, passed, type Outcome } from '../outcome.ts'
import { readPage, type BuiltPage } from './read-page.ts'
import { resolveAddress, type Place } from './resolve-address.ts'

export type Site = Place & {
  /** Every file of the build, below its folder. */
  files: ReadonlySet<string>
  /** The HTML of those that are pages. */
  pages: ReadonlyMap<string, string>
}

export type Book = Place & { files: ReadonlySet<string>; pages: ReadonlyMap<string, BuiltPage> }
type Check = { name: string; faults: (file: string, page: BuiltPage, book: Book) => string[] }

const checks: Check[] = [
  { name: 'links', faults: brokenLinks },
  { name: 'ids', faults: repeatedIds },
  { name: 'hreflang', faults: wrongAlternates },
  { name: 'policy', faults: refusedScripts },
]

export function checkSite(site: Site): Outcome {
  if (site.pages.size === 0)
    return failed('pages', 'Expected pages in the build, found none. Run npm run build.')
  const pages = new Map([...site.pages].map(([file, html]) => [file, readPage(html)]))
  const book: Book = { ...site, pages }
  return join(
    [...pages].flatMap(([file, page]) =>
      checks.map(({ name, faults }) => {
        const found = faults(file, page, book)
        return found.length === 0 ? passed(1) : failed(`${file}: ${name}`, [...new Set(found)].join('\n'))
      }),
    ),
  )
}

function brokenLinks(file: string, page: BuiltPage, book: Book): string[] {
  return page.addresses.flatMap(({ value, tag }) => {
    const target = resolveAddress(value, file, book)
    const shown = `<${tag}> ${value}`
    switch (target.kind) {
      case 'elsewhere':
        return []
      case 'outside-base':
        return [`${shown}: expected an address below ${book.base}, got ${target.path}`]
      case 'inside': {
        if (!book.files.has(target.file)) return [`${shown}: expected a file ${target.file}, found none`]
        const ids = book.pages.get(target.file)?.ids
        if (ids === undefined || hasAnchor(ids, target.fragment)) return []
        return [`${shown}: expected an element with id ${target.fragment} in ${target.file}, found none`]
      }
    }
  })
}

/** A widget's link is its id, `=`, and its state; `#top` and an empty fragment mean the page. */
const hasAnchor = (ids: readonly string[], fragment: string): boolean =>
  fragment === '' ||
  fragment === 'top' ||
  ids.includes(fragment) ||
  ids.includes(fragment.split('=')[0] ?? '')

function repeatedIds(_: string, { ids }: BuiltPage): string[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...repeated].map((id) => `expected each id once, got ${id} several times`)
}

/** A browser refuses a script in the page whose hash its policy does not name, and says so only in the console. */
function refusedScripts(_: string, { policy, inlineScripts }: BuiltPage): string[] {
  if (policy === undefined) return []
  return inlineScripts
    .map((text) => ({ text, hash: createHash('sha256').update(text).digest('base64') }))
    .filter(({ hash }) => !policy.includes(`'sha256-${hash}'`))
    .map(
      ({ text, hash }) => `expected 'sha256-${hash}' in the policy, for <script>${text.trim().slice(0, 60)}…`,
    )
}

/** A page names itself and every other version; each of those names this page in turn. */
function wrongAlternates(file: string, page: BuiltPage, book: Book): string[] {
  const { language, alternates } = page
  if (language === undefined) return ['expected <html lang>, found none']
  // Nobody searches for the page that says there is none.
  if (file.endsWith('404.html')) return []
  const versions = alternates.filter((alternate) => alternate.language !== 'x-default')
  const pageOf = (href: string) => {
    const target = resolveAddress(href, file, book)
    return target.kind === 'inside' ? target.file : undefined
  }
  const own = versions.find((alternate) => alternate.language === language)
  return [
    ...(own && pageOf(own.href) === file
      ? []
      : [`expected an alternate ${language} that leads to the page itself, got ${own?.href ?? 'none'}`]),
    ...(alternates.length > versions.length ? [] : ['expected an alternate x-default, found none']),
    ...versions.flatMap((version) => {
      const other = pageOf(version.href)
      const otherPage = other === undefined ? undefined : book.pages.get(other)
      const shown = `alternate ${version.language} (${version.href})`
      if (!/^https?:/.test(version.href)) return [`${shown}: expected a whole address`]
      if (!otherPage) return [`${shown}: expected a page of the site`]
      if (otherPage.language !== version.language) {
        return [`${shown}: expected a page in ${version.language}, got ${otherPage.language}`]
      }
      const back = otherPage.alternates.some(({ href }) => pageOf(href) === file)
      return back ? [] : [`${shown}: expected it to name this page in turn`]
    }),
  ]
}
