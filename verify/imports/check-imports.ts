/** Every import of the project against the table; the messages of what is wrong. Pure: files come in as text. */
import { findCycles } from './find-cycles.ts'
import { folderOf } from './folder-of.ts'
import { readImports, type Import } from './read-imports.ts'
import { resolveImport, type ImportMap } from './resolve-import.ts'
import { modelsOverModels, pureModules, table, type Folder } from './table.ts'

type Edge = Import & { from: string; to: string | undefined }

export function checkImports(files: ReadonlyMap<string, string>, imports: ImportMap): string[] {
  const edges = [...files].flatMap(([from, source]) =>
    readImports(from, source).map((found) => ({
      ...found,
      from,
      to: resolveImport(found.specifier, from, imports),
    })),
  )
  return [...edges.flatMap(checkEdge), ...cycles(edges)]
}

function checkEdge(edge: Edge): string[] {
  const { from, to, line, specifier, how } = edge
  const at = `${from}:${line}: ${specifier}`
  const folder = folderOf(from)
  const rule = folder === undefined ? undefined : ruleOf(folder)
  if (folder === undefined || rule === undefined) {
    return [
      `${at}: expected a folder of verify/imports/table.ts, got ${folder ?? from}. Add it there, or move it.`,
    ]
  }
  if (to === undefined) {
    if (specifier.startsWith('#')) return [`${at}: expected a name in package.json's imports, found none.`]
    const touches = specifier.startsWith('node:') && !pureModules.includes(specifier)
    if (!rule.pure || !touches || isTest(from)) return []
    return [`${at}: expected no module of Node in ${folder}, which is pure. Hand in what it needs.`]
  }
  const target = folderOf(to)
  if (target === undefined || target === folder) return []
  if (target === 'content' && isTest(from)) return []
  if (!isAllowed(folder, target, edge.only, rule)) {
    return [`${at}: ${folder} may import ${allowedText(rule, folder)}; got ${target}.`]
  }
  const relative = specifier.startsWith('.') && how === 'module'
  if (relative && target !== 'content' && !(isSite(folder) && isSite(target))) {
    return [`${at}: expected a name of package.json's imports (#…) from ${folder} to ${target}, got a path.`]
  }
  return []
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** Astro's pages and the site are one program; their paths are their own affair. */
const isSite = (folder: string): boolean => /^(site|pages)\b/.test(folder)

const ruleOf = (folder: string): Folder | undefined =>
  table.find(({ name }) => name === folder) ?? table.find(({ name }) => matches(name, folder, folder))

function isAllowed(folder: string, target: string, only: Import['only'], rule: Folder): boolean {
  if (modelsOverModels.some(({ from, to }) => from === folder && to === target)) return true
  return rule.may.some((entry) =>
    typeof entry === 'string'
      ? matches(entry, target, folder)
      : matches(entry.folder, target, folder) && only === entry.only,
  )
}

/** `models/*` is any model; `models/=` is the one named as the importing folder is. */
function matches(pattern: string, target: string, folder: string): boolean {
  if (pattern.endsWith('/*')) return target.startsWith(pattern.slice(0, -1))
  if (pattern.endsWith('/=')) return target === pattern.slice(0, -1) + (folder.split('/')[1] ?? '')
  return pattern === target
}

function allowedText({ may }: Folder, folder: string): string {
  const names = may.map((entry) => (typeof entry === 'string' ? entry : `types of ${entry.folder}`))
  return names.length === 0 ? 'nothing' : names.join(', ').replaceAll('/=', `/${folder.split('/')[1] ?? ''}`)
}

function cycles(edges: readonly Edge[]): string[] {
  const graph = new Map<string, Set<string>>()
  for (const { from, to, how } of edges) {
    if (to === undefined || how === 'glob') continue
    graph.set(from, (graph.get(from) ?? new Set()).add(to))
  }
  return findCycles(graph).map(
    (cycle) => `a cycle: ${cycle.join(' → ')}. Move what both need to a third file.`,
  )
}
