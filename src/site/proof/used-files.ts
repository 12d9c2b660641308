import type { UsedFiles } from '#ledger'
import type { Transcript } from '#transcript'

const files = import.meta.glob<string>('/content/*/*.{yaml,yml,json,sh,c,py,txt,conf,toml}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The files that a transcript names in `uses:`, which stand beside it. */
export function filesUsedBy(id: string, { header }: Transcript): UsedFiles {
  const chapter = id.split('/')[0]
  return new Map(header.uses.map((name) => [name, files[`/content/${chapter}/${name}`] ?? '']))
}
