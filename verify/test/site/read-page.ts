/**
 * What the checks need of a built page: ids, addresses, and which languages it says it has. The HTML is Astro's own
 * and well formed, so tags are read with an expression; comments and the text of scripts and styles are passed over.
 */
export type Address = { value: string; tag: string }
export type Alternate = { language: string; href: string }

export type BuiltPage = {
  language: string | undefined
  ids: string[]
  addresses: Address[]
  alternates: Alternate[]
  /** The content security policy; undefined where the page has none. */
  policy: string | undefined
  /** The text of scripts that stand in the page itself. */
  inlineScripts: string[]
}

const passedOver = /<!--[\s\S]*?-->|(<(script|style|textarea)\b[^>]*>)[\s\S]*?<\/\2>/gi
const scripts = /<script\b(?![^>]*\s(?:src=|type="application\/[^"]*json"))[^>]*>([\s\S]*?)<\/script>/gi
const tags = /<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi
const attributes = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

export function readPage(html: string): BuiltPage {
  const page: BuiltPage = {
    language: undefined,
    ids: [],
    addresses: [],
    alternates: [],
    policy: undefined,
    inlineScripts: [...html.matchAll(scripts)].map(([, text = '']) => text),
  }
  for (const [, name = '', rest = ''] of html.replace(passedOver, '$1').matchAll(tags)) {
    addTag(page, name.toLowerCase(), readAttributes(rest))
  }
  return page
}

function addTag(page: BuiltPage, tag: string, values: Map<string, string>): void {
  const id = values.get('id')
  if (id !== undefined) page.ids.push(id)
  if (tag === 'html') page.language = values.get('lang')
  if (tag === 'meta' && values.get('http-equiv')?.toLowerCase() === 'content-security-policy') {
    page.policy = values.get('content')
  }
  const href = values.get('href')
  const hreflang = values.get('hreflang')
  if (tag === 'link' && values.get('rel') === 'alternate' && hreflang !== undefined) {
    page.alternates.push({ language: hreflang, href: href ?? '' })
  }
  for (const name of ['href', 'src', 'poster', 'action', 'component-url', 'renderer-url']) {
    const value = values.get(name)
    if (value !== undefined) page.addresses.push({ value, tag })
  }
}

function readAttributes(text: string): Map<string, string> {
  const found = [...text.matchAll(attributes)]
  return new Map(found.map(([, name = '', a, b, c]) => [name.toLowerCase(), decode(a ?? b ?? c ?? '')]))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (digits) return String.fromCodePoint(Number(digits))
      return named[name ?? ''] ?? whole
    },
  )
