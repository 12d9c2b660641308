/** Who may import whom: design.md's table, with what was added to it and why. */

export type Folder = {
  /** `models/*` stands for each folder below models. */
  name: string
  /** `models/=`: the folder of the same name. `type`: only `import type`. */
  may: readonly (string | { folder: string; only: 'type' })[]
  /** Touches no machine: no `node:` module (tests may), but for those of `pureModules`. */
  pure: boolean
}

/** Modules of Node that only compute. */
export const pureModules: readonly string[] = ['node:crypto']

const pure = (name: string, ...may: Folder['may']): Folder => ({ name, may, pure: true })
const free = (name: string, ...may: Folder['may']): Folder => ({ name, may, pure: false })

const book = ['kit', 'kubernetes', 'transcript', 'ledger', 'conformance', 'models/*', 'wording/*'] as const

export const table: readonly Folder[] = [
  pure('kit'),
  pure('kubernetes', 'kit'),
  pure('transcript', 'kit'),
  // Added: a record is matched again offline, so the ledger needs a transcript's types and its matcher.
  pure('ledger', 'kit', 'transcript'),
  pure('models/*', 'kit', 'kubernetes'),
  // Added: a record says what it ran on in the ledger's words, and compares with kit's canonical key.
  pure('conformance', 'kit', 'models/*', { folder: 'ledger', only: 'type' }),
  pure('wording/*', { folder: 'models/=', only: 'type' }),
  pure('widgets/kit', 'kit', 'kubernetes', 'models/*', 'wording/*'),
  pure('widgets/*', 'kit', 'kubernetes', 'models/*', 'wording/*', 'widgets/kit'),
  // Added: these two are pure, so that verify can check chapters with the schema that the site reads them by.
  pure('site/languages'),
  pure('site/chapter', 'transcript', 'site/languages'),
  free('site', ...book, 'widgets/*', 'site/*', 'content'),
  free('pages', ...book, 'widgets/*', 'site', 'site/*', 'content'),
  free('content', ...book, 'widgets/*', 'site', 'site/*'),
  free('verify', ...book, 'site/chapter'),
]

/** A model that may use another's index, with the reason. */
export const modelsOverModels: readonly { from: string; to: string; reason: string }[] = [
  {
    from: 'models/kept-namespaces',
    to: 'models/namespaces',
    reason: 'what holds a namespace is first of all processes, and that model moves them',
  },
]
