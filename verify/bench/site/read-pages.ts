import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { BuiltPage } from './weigh-page.ts'

const linked = /<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g

/** Every page of a built site with the style sheets it links. */
export function readPages(dist: string, base: string): BuiltPage[] {
  const read = (file: string) => readFileSync(join(dist, file), 'utf8')
  return globSync('**/*.html', { cwd: dist, exclude: ['pagefind/**'] }).map((file) => {
    const html = read(file)
    const css = [...html.matchAll(linked)].map(([, href]) => read(href!.slice(base.length)))
    const english = file.startsWith('zh-cn/') ? read(posix.relative('zh-cn', file)) : undefined
    return { path: `/${file.replace(/index\.html$/, '')}`, html, css, english }
  })
}
