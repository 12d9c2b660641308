import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../program/index.ts'
import type { BuiltPage } from './weigh-page.ts'

const linked = /<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g

/** Every page of a built site with the style sheets it links and, for a chapter, its English source. */
export function readPages(dist: string, base: string): BuiltPage[] {
  const read = (file: string) => readFileSync(join(dist, file), 'utf8')
  return globSync('**/*.html', { cwd: dist, exclude: ['pagefind/**'] }).map((file) => {
    const html = read(file)
    const css = [...html.matchAll(linked)].map(([, href]) => read(href!.slice(base.length)))
    const chapter = file.replace(/^zh-cn\//, '').replace(/\/?index\.html$/, '')
    const source = join(projectRoot, 'content', chapter, 'en.mdx')
    const path = `/${file.replace(/index\.html$/, '')}`
    return { path, html, css, source: existsSync(source) ? readFileSync(source, 'utf8') : '' }
  })
}
