import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameOf, targets, type Subject } from '#conformance'
import { projectRoot } from '#verify/program/index.ts'
import { benches } from './benches.ts'

const linksOf = <I, A, S>(subject: Subject<I, A, S>): readonly string[] =>
  targets.flatMap((target) => {
    const given = Array.from({ length: 20 }, (_, seed) => subject.makeCase(seed, target))
    return given.flatMap((each) => subject.link(each) ?? [])
  })

const linked = [...benches.values()].flatMap((bench) =>
  bench(({ subject }) => {
    const links = linksOf(subject)
    return links.length > 0 ? [{ name: nameOf(subject), links }] : []
  }),
)

test('more than one model plays its cases on a page', () => {
  expect(linked.length).toBeGreaterThan(1)
})

test.each(linked)(
  '$name: the link of a case leads to a page of the book that has the widget',
  ({ links }) => {
    for (const link of links) {
      const [, page = '', widget = ''] = /^\/([a-z-]+)\/#([a-z-]+)=/.exec(link) ?? []
      const text = join(projectRoot, 'content', page, 'en.mdx')
      expect(page !== '' && existsSync(text), link).toBe(true)
      expect(readFileSync(text, 'utf8'), link).toContain(`<Widget name="${widget}"`)
    }
  },
)
