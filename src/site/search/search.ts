/**
 * The search dialog. Loaded when the reader first asks for it; Pagefind's own script and index follow on the first
 * letter. Each language has an index of its own: Pagefind picks it by the page's `lang`.
 */
import { wordsOf, languageOf } from '../language/index.ts'

type Found = {
  url: string
  excerpt: string
  meta: { title: string }
  sub_results: { url: string; title: string; excerpt: string }[]
}
type Pagefind = {
  init(): Promise<void>
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>
}

const words = wordsOf(languageOf(document.documentElement.lang.toLowerCase()))
const most = 8
let pagefind: Promise<Pagefind> | undefined

const dialog = document.createElement('dialog')
dialog.className = 'search'
dialog.setAttribute('aria-label', words.search)
dialog.innerHTML = `<form method="dialog"><input type="search" autocomplete="off" spellcheck="false"><button></button></form>
<p role="status"></p><ol></ol>`
document.body.append(dialog)
const input = dialog.querySelector('input')!
const status = dialog.querySelector('p')!
const list = dialog.querySelector('ol')!
dialog.querySelector('button')!.textContent = words.close
input.placeholder = words.searchHint
input.setAttribute('aria-label', words.searchHint)

// This file is served from the site's own folder of built files, one below the base.
const load = (): Promise<Pagefind> =>
  (pagefind ??= import(/* @vite-ignore */ new URL('../pagefind/pagefind.js', import.meta.url).href))

function entry(found: Found): HTMLLIElement {
  const item = document.createElement('li')
  const best = found.sub_results[0] ?? { ...found, title: found.meta.title }
  const link = document.createElement('a')
  link.href = best.url
  link.textContent = best.title === found.meta.title ? best.title : `${found.meta.title} › ${best.title}`
  const excerpt = document.createElement('p')
  // Pagefind escapes the page's text and adds <mark>.
  excerpt.innerHTML = best.excerpt
  item.append(link, excerpt)
  return item
}

async function find() {
  const query = input.value.trim()
  if (!query) {
    status.textContent = ''
    list.replaceChildren()
    return
  }
  const answer = await (await load()).debouncedSearch(query)
  if (!answer) return
  const found = await Promise.all(answer.results.slice(0, most).map((result) => result.data()))
  status.textContent = found.length ? words.searchCount(answer.results.length) : words.searchNothing
  list.replaceChildren(...found.map(entry))
}

input.addEventListener('input', () => {
  find().catch(() => {
    pagefind = undefined
    status.textContent = words.searchMissing
  })
})

// Arrow keys walk the answers; Enter in the field follows the first.
dialog.addEventListener('keydown', (event) => {
  const links = [...list.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault()
    links[0]?.click()
  }
  // A search field keeps the first Escape for itself, to clear what was typed.
  if (event.key === 'Escape') dialog.close()
  const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : undefined
  if (to === undefined) return
  event.preventDefault()
  ;(links[to] ?? (to < 0 ? input : links.at(-1)))?.focus()
})
list.addEventListener('click', () => dialog.close())
dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())

// A file that is built for its address alone keeps no exports, so the page asks by an event.
document.addEventListener('nodebook:search', () => {
  if (!dialog.open) dialog.showModal()
  input.select()
})
