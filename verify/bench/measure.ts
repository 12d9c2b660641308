/** One measured figure against its bar. */
export type Measure = { what: string; value: number; bar: number; unit: 'B' | 'ms' | 'requests' | 'times' }

export const holds = ({ value, bar }: Measure) => value <= bar

const spell = (value: number) => (Math.abs(value) < 10 ? value.toFixed(2) : String(Math.round(value)))

export function printMeasures(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    holds(measure) ? 'ok  ' : 'OVER',
    spell(measure.value).padStart(8),
    `${measure.unit} of ${measure.bar}`.padEnd(18),
    measure.what,
  ])
  return rows.map((row) => row.join(' ')).join('\n')
}
