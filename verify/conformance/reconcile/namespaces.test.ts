import { expect, test } from 'vitest'
import { isAbandoned, namespaceOf, sweepNamespaces } from './namespaces.ts'

test('a namespace is abandoned once the process that its name tells of has ended, or is another', () => {
  expect(isAbandoned(namespaceOf(3))).toBe(false)
  const ended = (): undefined => undefined
  expect(isAbandoned('reconcile-7-100-1', ended)).toBe(true)
  expect(isAbandoned('reconcile-7-100-1', () => '101')).toBe(true)
  expect(isAbandoned('reconcile-7-100-1', () => '100')).toBe(false)
  expect(['default', 'reconcile-notes', 'cluster-loop'].filter((name) => isAbandoned(name, ended))).toEqual(
    [],
  )
})

test('no more is deleted than those', async () => {
  const names = ['default', namespaceOf(1), 'reconcile-4194305-1-1']
  const asked: string[] = []
  await sweepNamespaces({
    ask: (method, path) => {
      asked.push(`${method} ${path}`)
      return Promise.resolve({ status: 200, body: { items: names.map((name) => ({ metadata: { name } })) } })
    },
    watch: () => Promise.resolve(),
    end: () => {},
  })
  expect(asked.slice(1)).toEqual(['DELETE /api/v1/namespaces/reconcile-4194305-1-1'])
})
