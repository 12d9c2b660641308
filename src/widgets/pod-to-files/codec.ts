/** A draft as a link holds it: `v2,now;web,container,250m,1,128Mi,512Mi;…`. Whatever else stands there is none. */
import { cells, kinds, mostRows, type Draft, type Kind, type Row } from './draft.ts'

const cell = /^[0-9A-Za-z.+-]{0,20}$/
const name = /^[a-z][a-z0-9-]{0,19}$/

/** A link may only hold what it can hold: anything else that was typed is left out of it. */
const writeRow = (row: Row): string =>
  [row.name, row.kind, ...cells.map((each) => (cell.test(row.amounts[each]) ? row.amounts[each] : ''))].join(
    ',',
  )

export const encode = ({ version, weights, rows }: Draft): string =>
  [`${version},${weights}`, ...rows.map(writeRow)].join(';')

const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text)

const readRow = (text: string): Row | undefined => {
  const [called = '', kind = '', ...amounts] = text.split(',')
  const [cpuRequest, cpuLimit, memoryRequest, memoryLimit] = amounts
  if (
    !name.test(called) ||
    !isKind(kind) ||
    amounts.length !== cells.length ||
    !amounts.every((each) => cell.test(each))
  )
    return undefined
  return {
    name: called,
    kind,
    amounts: {
      'cpu-request': cpuRequest ?? '',
      'cpu-limit': cpuLimit ?? '',
      'memory-request': memoryRequest ?? '',
      'memory-limit': memoryLimit ?? '',
    },
  }
}

const how = /^(v1|v2),(then|now)$/

export const decode = (text: string): Draft | undefined => {
  const [start = '', ...written] = text.split(';')
  const [, version, weights] = how.exec(start) ?? []
  const [first, ...others] = written.map(readRow)
  if (!version || !weights || first?.kind !== 'container' || written.length > mostRows) return undefined
  const rest = others.filter((row) => row !== undefined)
  if (rest.length < others.length || new Set(written.map((row) => row.split(',')[0])).size < written.length)
    return undefined
  return {
    version: version as Draft['version'],
    weights: weights as Draft['weights'],
    rows: [first, ...rest],
  }
}
