import type { Step } from '../types.ts'
import type { Report } from './fault.ts'

/** All uses of a name must agree as text, so one name has one type in the whole transcript. */
export function reportNameTypes(steps: readonly Step[], report: Report): void {
  const types = new Map<string, string>()
  for (const { type, name, at } of steps.flatMap(placeholdersOf)) {
    if (name === undefined) continue
    const first = types.get(name) ?? type
    types.set(name, first)
    if (first !== type)
      report('output/name-types', at, `"<${first}:${name}>", as above`, `"<${type}:${name}>"`)
  }
}

function placeholdersOf(step: Step) {
  return step.commands
    .flatMap((command) => command.expectations.flatMap(({ lines }) => lines))
    .flatMap((line) => (line.kind === 'line' ? line.segments : []))
    .flatMap((segment) => (segment.kind === 'placeholder' ? [segment] : []))
}
