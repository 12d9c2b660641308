/** Compile, load, evaluate and locate together, in Node: the same parts that the worker puts together. */
import { describe, expect, test } from 'vitest'
import type { Fault } from '../messages.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { faultOf, faultOfSyntax, lineIn } from './fault-of.ts'
import { byImportName, loadModules, requireFrom } from './modules.ts'

const loaders = byImportName({
  '/src/models/namespaces/index.ts': () =>
    Promise.resolve({
      init: () => 1,
      refuse: () => {
        throw new RangeError('no such action')
      },
    }),
  '/src/models/cgroups/index.ts': () => Promise.reject(new Error('loaded, and nobody asked for it')),
})

async function run(source: string): Promise<Fault | 'ran'> {
  const compiled = compile(source)
  if (!compiled.ok) return compiled.fault
  const main = evaluate(compiled.code)
  if (!main.ok) throw main.error
  const modules = await loadModules(compiled.imports, loaders)
  return main.run(requireFrom(modules, loaders), {}).then(() => 'ran' as const, faultOf)
}

describe('a snippet', () => {
  test.each([
    ['imports a model', "import { init } from '#models/namespaces'\nif (init() !== 1) throw new Error()"],
    [
      'imports all of it',
      "import * as m from '#models/namespaces'\nif (Object.keys(m).join() !== 'init,refuse') throw new Error()",
    ],
    [
      'imports it at run time',
      "const m = await import('#models/namespaces')\nif ('default' in m) throw new Error()",
    ],
    ['awaits at its top', 'await Promise.resolve()'],
    ['names things as it likes', 'const exports = 1, require = 2, console = 3'],
  ])('%s', async (_, source) => {
    expect(await run(source)).toBe('ran')
  })

  test.each([
    ['a type error', 'const a: any = null\n\na.b()', 3, /^TypeError: /],
    ['after an await', 'await 1\nthrow new Error("late")', 2, /^Error: late$/],
    ['on the first line', 'throw new Error("first")', 1, /^Error: first$/],
    [
      'an error of its own kind',
      'class Mine extends Error { name = "Mine" }\nthrow new Mine("x")',
      2,
      /^Mine: x$/,
    ],
    [
      'inside a model',
      "import { refuse } from '#models/namespaces'\n\nconst f = () =>\n  refuse()\nf()",
      4,
      /^RangeError: no such/,
    ],
    ['without end', 'const f = (): number =>\n  1 + f()\nf()', 2, /^RangeError: /],
    [
      'a message that looks like a frame',
      'const a = 1\nthrow new Error("at snippet.ts:77:1")',
      2,
      /snippet\.ts:77/,
    ],
  ])('%s: the line of the error', async (_, source, line, message) => {
    expect(await run(source)).toEqual({ line, message: expect.stringMatching(message) })
  })

  test('an unknown import has its line, and the list of what there is', async () => {
    expect(await run("const a = 1\nimport x from 'zx'\nx(a)")).toEqual({
      line: 2,
      message: "Error: There is no 'zx' here. A snippet can import: #models/cgroups, #models/namespaces",
    })
  })

  test('what is thrown and is no error is shown', async () => {
    expect(await run('throw { code: 1 }')).toEqual({ line: undefined, message: 'Uncaught { code: 1 }' })
  })
})

test('what only the engine refuses has the line of the error event', () => {
  const evaluated = evaluate('let a = 1\nlet a = 2')
  if (evaluated.ok) throw new Error('the engine took a name declared twice')
  let hear = (_: ErrorEvent) => {}
  const scope = {
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    removeEventListener: () => {},
    reportError: () => hear({ lineno: 2, preventDefault: () => {} } as ErrorEvent),
  } as unknown as typeof globalThis
  expect(faultOfSyntax(evaluated.error, scope)).toEqual({
    line: 2,
    message: expect.stringMatching(/^SyntaxError: .*'a'/),
  })
})

test.each([
  ['V8', 'TypeError: x\n    at f (http://h/worker.js:1:9)\n    at eval (snippet.ts:7:3)', 7],
  ['V8, in an async function', 'Error: x\n    at async snippet.ts:12:3', 12],
  ['SpiderMonkey', 'f@http://h/worker.js:1:9\n@http://h/worker.js line 1 > eval:7:3', 7],
  ['JavaScriptCore', 'f@http://h/worker.js:1:9\n@snippet.ts:7:3', 7],
  ['a stack without the snippet', 'Error: x\n    at f (http://h/worker.js:1:9)', undefined],
  ['no stack', undefined, undefined],
])('%s: the line in a stack', (_, stack, line) => {
  expect(lineIn(stack)).toBe(line)
})
