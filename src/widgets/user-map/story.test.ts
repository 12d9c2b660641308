import { test, expect } from 'vitest'
import { scenarios } from './scenarios.ts'
import { open, askedAt } from './story.ts'
import { spansOf } from './spans.ts'
import { worthOf } from './worth.ts'
test('x', () => {
  for (const { id } of scenarios) {
    const s = open(id)
    console.log('==', id)
    s.frames.forEach((f, now) => {
      const asked = askedAt(s, now)
      console.log(
        now,
        JSON.stringify(f.made?.move),
        f.made?.outcome,
        f.made?.trace.map((t) => t.rule).join(' '),
        asked?.question.id,
        asked?.right,
      )
    })
    const end = s.frames.at(-1)!.state
    console.log(
      spansOf(end, 'uid')
        .map((x) => `${x.first}+${x.count} ${x.who ?? ''} ${x.inside}`)
        .join('\n'),
    )
    console.log(
      worthOf(end)
        .map((w) => `${w.process.comm} ${w.uid} ${w.over.map((o) => o.counts)} ${w.overShadow}`)
        .join('\n'),
    )
  }
})
