import { expect, test } from 'vitest'
import { checkSite } from './index.ts'
import { readPage } from './read-page.ts'
import { resolveAddress } from './resolve-address.ts'

const origin = 'https://book.example'
const base = '/some/where/'

const head = (...versions: [language: string, path: string][]) =>
  versions
    .map(([l, path]) => `<link rel="alternate" hreflang="${l}" href="${origin}${base}${path}">`)
    .join('')
const alternates = head(['en', 'cgroups/'], ['zh-CN', 'zh-cn/cgroups/'], ['x-default', 'cgroups/'])

/** Two versions of one page, a missing page, and a picture. */
const sound: Record<string, string> = {
  'cgroups/index.html': `<html lang="en">${alternates}<h2 id="tree">x</h2><a href="#tree">x</a>`,
  'zh-cn/cgroups/index.html': `<html lang="zh-CN">${alternates}<a href="/some/where/cgroups/#tree">x</a>`,
  '404.html': '<html lang="en"><a href="/some/where/cgroups/">x</a>',
}

function check(changes: Record<string, string> = {}): string[] {
  const pages = new Map(Object.entries({ ...sound, ...changes }))
  const files = new Set([...pages.keys(), 'icon.svg'])
  return checkSite({ base, origin, files, pages }).failures.map(({ what, message }) => `${what}: ${message}`)
}

/** The English page with something added, or with other alternates. */
const english = (body: string, links = alternates) => ({
  'cgroups/index.html': `<html lang="en">${links}<h2 id="tree">x</h2>${body}`,
})

test('a sound site', () => {
  expect(check()).toEqual([])
  expect(checkSite({ base, origin, files: new Set(), pages: new Map() }).failures).toHaveLength(1)
})

test.each([
  ['<a href="/some/where/cgroup/">', 'expected a file cgroup/index.html, found none'],
  ['<a href="/some/where/cgroups">', 'expected a file cgroups, found none'],
  ['<a href="/cgroups/">', 'expected an address below /some/where/, got /cgroups/'],
  ['<a href="#branch">', 'expected an element with id branch in cgroups/index.html, found none'],
  [
    '<a href="../zh-cn/cgroups/#tree">',
    'expected an element with id tree in zh-cn/cgroups/index.html, found none',
  ],
  ['<img src="picture.png">', 'expected a file cgroups/picture.png, found none'],
  ['<script type="module" src="/x.js"></script>', 'expected an address below /some/where/, got /x.js'],
  ['<astro-island component-url="/some/where/y.js">', 'expected a file y.js, found none'],
])('%s is a broken link', (body, message) => {
  const [, tag, address] = /^<([\w-]+).*(?:href|src|url)="([^"]*)"/.exec(body) ?? []
  expect(check(english(body))).toEqual([`cgroups/index.html: links: <${tag}> ${address}: ${message}`])
})

test.each([
  '<a href="https://elsewhere.example/x">',
  '<a href="mailto:a@b.c">',
  '<a href="">',
  '<a href="#">',
  '<a href="#top">',
  '<a href="#tree=s3">',
  '<a href="../cgroups/?a=1#tree">',
  '<img src="../icon.svg">',
  '<img src="data:image/png;base64,AA==">',
  '<script>const a = \'<a href="/nowhere/">\'</script>',
  '<!-- <a href="/nowhere/"> -->',
])('%s is fine', (body) => expect(check(english(body))).toEqual([]))

test('an id that stands twice', () => {
  expect(check(english('<p id="tree">'))).toEqual([
    'cgroups/index.html: ids: expected each id once, got tree several times',
  ])
})

test.each([
  [head(['en', 'cgroups/'], ['x-default', 'cgroups/']), 'zh-cn/cgroups/index.html', 'name this page in turn'],
  [head(['en', 'cgroups/'], ['zh-CN', 'zh-cn/cgroups/']), 'cgroups/index.html', 'x-default, found none'],
  [
    head(['en', 'zh-cn/cgroups/'], ['zh-CN', 'zh-cn/cgroups/'], ['x-default', '']),
    'cgroups/index.html',
    'expected an alternate en that leads to the page itself',
  ],
  [
    head(['en', 'cgroups/'], ['zh-CN', 'zh-cn/cgroup/'], ['x-default', '']),
    'cgroups/index.html',
    'expected a page of the site',
  ],
])('wrong alternates %#', (links, file, message) => {
  const found = check(english('', links)).filter((line) => line.includes(message))
  expect(found).not.toEqual([])
  expect(found[0]?.startsWith(`${file}: hreflang: `)).toBe(true)
})

test('an inline script that the policy does not name', () => {
  const policy = "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
  const page = (script: string) =>
    english(`<meta http-equiv="Content-Security-Policy" content="${policy}">${script}`)
  expect(check(page('<script>a</script><script type="application/ld+json">{}</script>'))).toEqual([
    "cgroups/index.html: policy: expected 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' in the policy, for <script>a…",
  ])
  expect(check(english('<script>b</script>'))).toEqual([])
})

test('a page without a language', () => {
  expect(check({ '404.html': '<html>' })).toEqual(['404.html: hreflang: expected <html lang>, found none'])
})

test('tags are read however they are written', () => {
  const html = `<HTML lang=zh-CN><a
    data-x='a > b' href='/a?x=1&amp;y=2' hidden>x</a><input id=one disabled/>`
  expect(readPage(html)).toEqual({
    language: 'zh-CN',
    ids: ['one'],
    addresses: [{ value: '/a?x=1&y=2', tag: 'a' }],
    alternates: [],
    policy: undefined,
    inlineScripts: [],
  })
})

test('a name that needs encoding', () => {
  const target = resolveAddress('%E5%91%BD.html#%E5%90%8D', 'a b/index.html', { base: '/', origin })
  expect(target).toEqual({ kind: 'inside', file: 'a b/命.html', fragment: '名' })
})
