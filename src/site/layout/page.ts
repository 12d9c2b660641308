/**
 * All that a page runs before the reader asks for more: theme choice, contents that follow the scroll, a language
 * switch that keeps the place, copy buttons, and the key that opens the search. It is inlined on every page, so
 * each line is weighed.
 */
const html = document.documentElement
const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)]
const one = <E extends Element>(selector: string) => document.querySelector<E>(selector)

const theme = one<HTMLSelectElement>('[data-theme-choice]')!
theme.value = html.dataset['theme'] ?? ''
theme.onchange = () => {
  html.dataset['theme'] = theme.value
  try {
    localStorage['theme'] = theme.value
  } catch {
    // A reader who allows no storage keeps the choice for this page.
  }
}

let here = ''
const spy = new IntersectionObserver(
  (entries) => {
    const top = entries.find((entry) => entry.isIntersecting)
    if (!top) return
    here = top.target.id
    for (const link of all('[data-contents] a[href^="#"]'))
      link.ariaCurrent = link.getAttribute('href') === `#${here}` ? 'true' : null
  },
  { rootMargin: '0px 0px -70%' },
)
for (const heading of all('main :is(h2,h3)[id]')) spy.observe(heading)

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a')
  if (link && 'language' in link.dataset) link.hash = location.hash || here
  if (link?.closest('[popover]')) link.closest<HTMLElement>('[popover]')!.hidePopover()
  const search = target.closest<HTMLElement>('[data-search]')
  if (search)
    import(/* @vite-ignore */ search.dataset['search']!).then(() =>
      document.dispatchEvent(new Event('nodebook:search')),
    )
  const copy = target.closest<HTMLElement>('[data-copy]')
  if (!copy) return
  const commands = [...copy.closest('.step')!.querySelectorAll<HTMLElement>('.cmd')]
  const text = commands.map((command) => command.dataset['loop'] ?? command.textContent).join('\n')
  navigator.clipboard.writeText(text).then(() => {
    const label = copy.textContent
    copy.textContent = copy.dataset['copy']!
    setTimeout(() => (copy.textContent = label), 2000)
  })
})

document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement
  if (event.key !== '/' || event.ctrlKey || event.metaKey || target.closest('input,textarea,select')) return
  event.preventDefault()
  one<HTMLElement>('[data-search]')!.click()
})
