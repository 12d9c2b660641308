/** Strings inside objects, quoted and escaped as Node does. */
const named: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
}

const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase()
const escapeControl = (character: string) => named[character] ?? `\\x${hex(character).padStart(2, '0')}`
const escapeLoneSurrogate = (character: string) => `\\u${hex(character).toLowerCase()}`

function quoteFor(text: string): string {
  if (!text.includes("'")) return "'"
  if (!text.includes('"')) return '"'
  return text.includes('`') || text.includes('${') ? "'" : '`'
}

export function quote(text: string): string {
  const mark = quoteFor(text)
  const escaped = text
    .replace(/[\x00-\x1f\x7f-\x9f\\]/g, escapeControl)
    .replace(/[\ud800-\udfff]/gu, escapeLoneSurrogate)
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark
}
