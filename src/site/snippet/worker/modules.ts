/** Which imports a snippet may have, and how they are had: only the models it names are loaded. */
import type { Require } from './evaluate.ts'

export type Loaders = Readonly<Record<string, () => Promise<unknown>>>

const nameOf = (path: string) => path.replace(/^.*\/models\/([^/]+)\/index\.ts$/, '#models/$1')

/** Files as the bundler lists them → the names that snippets import. */
export const byImportName = (files: Loaders): Loaders =>
  Object.fromEntries(Object.entries(files).map(([path, load]) => [nameOf(path), load]))

/** Sucrase then takes the module as it is, and gives no default export to one that has none. */
const marked = (module: unknown) =>
  Object.defineProperty({ ...(module as object) }, '__esModule', { value: true })

export async function loadModules(
  imports: readonly string[],
  loaders: Loaders,
): Promise<Map<string, unknown>> {
  const known = imports.filter((name) => Object.hasOwn(loaders, name))
  return new Map(
    await Promise.all(known.map(async (name) => [name, marked(await loaders[name]?.())] as const)),
  )
}

/** Thrown from inside the snippet, so that the error has the line of the import. */
export const requireFrom =
  (modules: ReadonlyMap<string, unknown>, loaders: Loaders): Require =>
  (name) => {
    if (modules.has(name)) return modules.get(name)
    const known = Object.keys(loaders).sort().join(', ')
    throw new Error(`There is no '${name}' here. A snippet can import: ${known || 'nothing yet'}`)
  }
