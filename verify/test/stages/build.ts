/** The site is built as a reader's clone builds it, and once more below a path, where every address must move along. */
import { globSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { projectRoot } from '../../program/index.ts'
import { buildSite, normalizeBase } from '../../serve/index.ts'
import { failed, passed, type Outcome } from '../outcome.ts'
import { checkSite, type Site } from '../site/index.ts'

const limit = 180_000
const origin = 'https://nodebook.example'

export async function build(): Promise<Outcome> {
  const built = await buildSite({ output: 'keep', timeout: limit })
  return built.ok ? passed(1) : failed('npm run build', built.message)
}

export const checkBuilt = (): Promise<Outcome> =>
  checkFolder(joinPath(projectRoot, 'dist'), process.env['BASE'])

/** The same checks on a site built for another origin and a path two levels down. */
export async function checkBelowBase(): Promise<Outcome> {
  const outDir = joinPath(projectRoot, '.cache/test/site-below-base')
  const base = '/some/where/'
  await rm(outDir, { recursive: true, force: true })
  const built = await buildSite({ output: 'keep', outDir, env: { SITE: origin, BASE: base }, timeout: limit })
  return built.ok ? checkFolder(outDir, base, origin) : failed(`BASE=${base} npm run build`, built.message)
}

async function checkFolder(
  folder: string,
  base: string | undefined,
  site = process.env['SITE'],
): Promise<Outcome> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => joinPath(entry.parentPath, entry.name))
  const pages = new Map<string, string>()
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    pages.set(file.slice(folder.length + 1), await readFile(file, 'utf8'))
  }
  return checkSite({
    base: normalizeBase(base),
    origin: new URL(site ?? 'http://127.0.0.1:4321').origin,
    files: new Set(files.map((file) => file.slice(folder.length + 1))),
    pages,
  } satisfies Site)
}
