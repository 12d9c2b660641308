/** One bar for each CPU, or one for all: who has how much of it. The numbers stand in words beside each group. */
import type { Language } from './labels.ts'
import type { Machine } from './machine.ts'
import type { Result } from './result.ts'

type Props = Pick<Language, 'labels' | 'wording'> & { readonly machine: Machine; readonly result: Result }

type Piece = { readonly tone: number; readonly name: string; readonly from: number; readonly size: number }

const piecesOf = ({ rows }: Result, slot: number, whole: number): readonly Piece[] => {
  let from = 0
  return rows.flatMap(({ name, own, tone = 0 }) => {
    const size = (own[slot] ?? 0) / whole
    const piece = { tone, name, from, size }
    from += size
    return size > 0.0005 ? [piece] : []
  })
}

const width = 1000
const height = 44

const Bar = ({ label, pieces }: { readonly label: string; readonly pieces: readonly Piece[] }) => (
  <div class="bar">
    <span>{label}</span>
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="free" width={width} height={height} />
      {pieces.map(({ tone, name, from, size }) => (
        <rect key={name} class={`tone-${tone}`} x={from * width} width={size * width} height={height} />
      ))}
    </svg>
  </div>
)

export const Bars = ({ machine, result, labels }: Props) => (
  <div class="bars">
    {machine.pinned ? (
      Array.from({ length: machine.cpus }, (_, cpu) => (
        <Bar key={cpu} label={labels.bar(cpu)} pieces={piecesOf(result, cpu, 1)} />
      ))
    ) : (
      <Bar label={labels.bar(undefined)} pieces={piecesOf(result, 0, machine.cpus)} />
    )}
  </div>
)
