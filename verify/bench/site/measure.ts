/** One measured figure against its bar. */
export type Measure = { what: string; value: number; bar: number; unit: 'B' | 'ms' | 'requests' }

export const holds = ({ value, bar }: Measure) => value <= bar

export function printMeasures(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    holds(measure) ? 'ok  ' : 'OVER',
    String(Math.round(measure.value)).padStart(8),
    `${measure.unit} of ${measure.bar}`.padEnd(18),
    measure.what,
  ])
  return rows.map((row) => row.join(' ')).join('\n')
}
