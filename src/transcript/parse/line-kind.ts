/** What a line below `---` is, from its first characters alone. */
export type LineKind = 'step' | 'command' | 'continuation' | 'directive' | 'exit' | 'blank' | 'output'

export function kindOf(line: string): LineKind {
  if (line.trim() === '') return 'blank'
  if (line.startsWith('@')) return 'directive'
  if (line.startsWith('[exit')) return 'exit'
  if (line === '==' || line.startsWith('== ')) return 'step'
  if (line === '$' || line.startsWith('$ ')) return 'command'
  if (line === '>' || line.startsWith('> ')) return 'continuation'
  return 'output'
}
