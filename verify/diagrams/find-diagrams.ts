/** `content/<chapter>/diagrams/<name>.mmd`, each with the drawing beside it, whose first line says what it was made from. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { settings, themeOf } from './colours.ts'

export type Diagram = {
  readonly source: string
  readonly theme: string
  readonly drawing: string
  /** the first line that the drawing should have */
  readonly stamp: string
  readonly stale: boolean
}

const firstLine = (file: string): string => readFileSync(file, 'utf8').split('\n', 1)[0] ?? ''

export async function findDiagrams(root: string): Promise<Diagram[]> {
  const { version } = createRequire(import.meta.url)('mermaid/package.json') as { version: string }
  const theme = themeOf(await readFile(join(root, 'src/site/styles/tokens.css'), 'utf8'))
  const drawings = new Set(globSync('content/*/diagrams/*.svg', { cwd: root }))
  return globSync('content/*/diagrams/*.mmd', { cwd: root })
    .sort()
    .map((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const drawing = file.replace(/\.mmd$/, '.svg')
      const made = JSON.stringify([source, version, theme, settings])
      const hash = createHash('sha256').update(made).digest('hex')
      const stamp = `<!-- drawn by npm run diagrams from sha256 ${hash}: do not edit -->`
      const stale = !drawings.has(drawing) || firstLine(join(root, drawing)) !== stamp
      return { source, theme, drawing, stamp, stale }
    })
}
