/** A snippet as a reader meets it: run, edit, break, never end, flood, reset; and nothing loaded before the first click. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../program/index.ts'
import { openBook, type Book } from './open-book.ts'

const missing =
  findChromium() === undefined ? ' (skipped: no Chromium; npm run doctor says how to get one)' : ''

describe.skipIf(missing !== '')(`a snippet in the page${missing}`, () => {
  let book: Book
  /** One reader for all: what was compiled for one page need not be for the next. */
  let reader: BrowserContext
  let page: Page
  let scripts: string[]
  let faults: string[]

  beforeAll(async () => {
    book = await openBook()
    reader = await book.context()
  })
  afterAll(() => book.close())
  beforeEach(() => open('namespaces/'))
  afterEach(async () => {
    await page.close()
    expect(faults).toEqual([])
  })

  async function open(path: string, context = reader) {
    await page?.close()
    page = await context.newPage()
    scripts = []
    faults = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(book.url(path))
  }

  const figure = () => page.locator('figure.snippet').first()
  const part = (name: string) => figure().locator(`[data-part=${name}]`)
  const output = () => part('output').textContent()
  const press = (name: string) => figure().getByRole('button', { name }).click()

  async function status(): Promise<string> {
    const ended = figure().locator('[data-part=status]:not(:empty)', { hasNotText: /^(Running|运行中)/ })
    await ended.waitFor({ timeout: 9_000 })
    return (await ended.textContent()) ?? ''
  }

  async function runEdited(code: string): Promise<string> {
    await press('Edit')
    await figure().getByRole('textbox').fill(code)
    await page.keyboard.press('Control+Enter')
    return status()
  }

  const faultLine = () =>
    part('frame').evaluate((frame: HTMLElement) => {
      if (!frame.hasAttribute('data-fault')) return undefined
      const mark = getComputedStyle(frame, '::after')
      return (
        1 +
        Math.round(
          (parseFloat(mark.top) - parseFloat(mark.getPropertyValue('--above')) * 16) /
            parseFloat(mark.height),
        )
      )
    })

  test('nothing of the runner is loaded before the first click', async () => {
    const runner = new URL((await figure().getAttribute('data-runner')) ?? '', page.url()).href
    await figure().scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    expect(scripts).not.toContain(runner)
    await press('Run')
    await status()
    expect(scripts).toContain(runner)
  })

  test('Run prints what Node printed, and says so', async () => {
    const expected = await output()
    await press('Run')
    expect(await status()).toBe('Done. The output is the one Node printed.')
    expect(await output()).toBe(expected)
  })

  test('the Chinese page says so in Chinese', async () => {
    await open('zh-cn/namespaces/')
    await press('运行')
    expect(await status()).toBe('运行完毕，输出与 Node 打印的一致。')
  })

  test('an edited snippet runs, and Reset brings back the first state', async () => {
    const [code, expected] = [await part('source').textContent(), await output()]
    expect(await runEdited('const n: number = await 41\nconsole.log({ n: n + 1 })')).toBe(
      'Done. The output differs from the one Node printed, first on line 1.',
    )
    expect(await output()).toBe('{ n: 42 }\n')
    await press('Reset')
    await part('source').waitFor({ state: 'visible' })
    expect(await part('source').textContent()).toBe(code)
    expect(await output()).toBe(expected)
    expect(await part('status').textContent()).toBe('')
    await press('Run')
    expect(await status()).toBe('Done. The output is the one Node printed.')
  })

  test.for([
    {
      what: 'an error at run time',
      code: 'console.log(1)\nconst a: any = null\na.b()',
      line: 3,
      says: /^line 3: TypeError: /,
    },
    { what: 'a syntax error', code: 'let a = 1\nlet b = )', line: 2, says: /^line 2: SyntaxError: / },
    {
      what: 'a name declared twice',
      code: 'let a = 1\n\nlet a = 2',
      line: 3,
      says: /^line 3: SyntaxError: /,
    },
    {
      what: 'an unknown import',
      code: "\nimport 'zx'",
      line: 2,
      says: /^line 2: .*'zx'.* can import: .*#models\/namespaces/,
    },
    {
      what: 'an error in a timer',
      code: '\n\nsetTimeout(() => { throw new Error("t") }, 1)',
      line: 3,
      says: /^line 3: Error: t$/,
    },
    {
      what: 'a promise nobody handles',
      code: '\nvoid Promise.reject(new Error("p"))',
      line: 2,
      says: /^line 2: Error: p$/,
    },
  ])('$what: its line is told and marked', async ({ code, line, says }) => {
    expect(await runEdited(code)).toMatch(says)
    expect(await faultLine()).toBe(line)
  })

  test('a loop without end is stopped after 5 s, and what it printed stays', async () => {
    const start = performance.now()
    const said = await runEdited('console.log("a")\nconsole.log("b")\nfor (;;) {}')
    const seconds = (performance.now() - start) / 1000
    expect(said).toBe('Stopped after 5 seconds: it did not end by itself.')
    expect(await output()).toBe('a\nb\n')
    expect(seconds).toBeGreaterThan(5)
    expect(seconds).toBeLessThan(7)
    expect(await runEdited('console.log(1)')).toMatch(/^Done\./)
  }, 20_000)

  test('Stop stops, and the next run starts anew', async () => {
    await press('Edit')
    await figure().getByRole('textbox').fill('let n = 0\nsetInterval(() => console.log(n++), 5)')
    await press('Run')
    await page.waitForFunction(() =>
      document.querySelector('[data-part=output]')?.textContent?.includes('3\n'),
    )
    await press('Stop')
    expect(await status()).toBe('Stopped.')
    expect(await runEdited('console.log("new")')).toMatch(/^Done\./)
    expect(await output()).toBe('new\n')
  })

  test('a million lines do not freeze the page', async () => {
    await page.evaluate(() => {
      const frames = { last: performance.now(), longest: 0 }
      Object.assign(window, { frames })
      requestAnimationFrame(function next(now) {
        frames.longest = Math.max(frames.longest, now - frames.last)
        frames.last = now
        requestAnimationFrame(next)
      })
    })
    expect(await runEdited('for (let i = 0; i < 1e6; i += 1) console.log(i)')).toContain(
      '998,000 more lines were dropped.',
    )
    expect((await output())?.split('\n')).toHaveLength(2_001)
    const { longest } = await page.evaluate(
      () => (window as unknown as { frames: { longest: number } }).frames,
    )
    expect(longest).toBeLessThan(1_000)
  })

  test('Tab indents; after Escape it leaves, and the keyboard is not caught', async () => {
    await press('Edit')
    const area = figure().getByRole('textbox')
    await area.fill('')
    await page.keyboard.press('Tab')
    await page.keyboard.type('x')
    expect(await area.inputValue()).toBe('  x')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await area.inputValue()).toBe('  x')
    expect(await area.evaluate((element) => element === document.activeElement)).toBe(false)
  })

  // Other stages of the check share the two cores: the best of a few tries counts here, the bench holds the bar alone.
  test(
    'the first output stands within 200 ms of the click, the files being cached',
    { retry: 4 },
    async () => {
      await press('Run')
      await status()
      await page.reload()
      const time = await figure().evaluate(
        (element) =>
          new Promise<number>((resolve) => {
            const expected = element.querySelector('[data-part=output]')?.textContent
            const start = performance.now()
            const watch = new MutationObserver(() => {
              const now = element.querySelector('[data-part=output]')?.textContent
              const caption = element.querySelector('[data-part=caption]')?.textContent ?? ''
              if (caption.includes('browser') && now !== '' && expected?.startsWith(now ?? '-')) {
                watch.disconnect()
                resolve(performance.now() - start)
              }
            })
            watch.observe(element, { subtree: true, childList: true, characterData: true })
            element.querySelector<HTMLElement>('[data-part=run]')?.click()
          }),
      )
      expect(time).toBeLessThan(200)
    },
  )

  test('without JavaScript: the code, its output, and no dead button', async () => {
    await open('namespaces/', await book.context({ javaScriptEnabled: false }))
    expect((await part('source').textContent())?.length).toBeGreaterThan(20)
    expect((await output())?.length).toBeGreaterThan(0)
    expect(await figure().getByRole('button').count()).toBe(0)
  })
})
