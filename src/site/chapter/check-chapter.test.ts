import { describe, expect, test } from 'vitest'
import { chapterRules, checkChapter, printFault, readGlossary } from './index.ts'

const front = (status = 'growing', title = 'Namespaces') =>
  `---\ntitle: ${title}\nlede: A smaller story.\ndescription: What namespaces are.\nstatus: ${status}\n---\n\n`

const page = `${front()}## Process 1 [#process-1]

A <Term id="orphan">orphan</Term>.

<Step of="pid" id="first" />

<Widget name="pids" />

<Snippet name="reap" />

<Diagram name="tree" />
`

const transcript = `targets: host
---
== first
$ echo one
one

== stage
@hidden
$ true
`

/** A chapter without a fault. */
const sound: Record<string, string> = {
  'en.mdx': page,
  'zh-cn.mdx': page.replace('Process 1 ', '1 号进程 '),
  'pid.transcript': transcript,
  'topics.yaml': 'process 1: process-1\nfork: pid#first\nreaping:\n',
  'snippets/reap.ts': 'console.log(1)\n',
  'snippets/reap.expected.txt': '1\n',
  'diagrams/tree.svg': '',
}

/** The sound chapter with some files changed; undefined takes one away. */
function check(changes: Record<string, string | undefined>, slug = 'namespaces'): string[] {
  const files = new Map(
    Object.entries({ ...sound, ...changes }).filter(
      (file): file is [string, string] => file[1] !== undefined,
    ),
  )
  const book = { terms: new Set(['orphan']) }
  return checkChapter(slug, files, book).flatMap(({ faults }) => faults.map(printFault))
}

const both = (change: (page: string) => string) => ({
  'en.mdx': change(sound['en.mdx'] ?? ''),
  'zh-cn.mdx': change(sound['zh-cn.mdx'] ?? ''),
})

const message = (place: string, expected: string, got: string, todo: string) =>
  `${place}\n  expected: ${expected}\n  got:      ${got}\n  to do:    ${todo}`

test('a sound chapter has no fault, and every rule looked', () => {
  expect(check({})).toEqual([])
  expect(checkChapter('namespaces', new Map(), { terms: new Set() })).toHaveLength(chapterRules.length)
})

const shellTodo = 'Move the commands to a .transcript of this chapter; @not-run says why one cannot be run.'
const orderTodo = 'Bring headings, steps, widgets, snippets and diagrams of both pages into one order.'

describe('each rule, with its message', () => {
  test.each<[string, Record<string, string | undefined>, string[]]>([
    [
      'page/bare-fence',
      { 'en.mdx': `${page}\n\`\`\`sh\nls /proc\n\`\`\`\n` },
      [
        message(
          'content/namespaces/en.mdx:20:1: page/bare-fence',
          'commands in a transcript, shown by <Step of="…" id="…" />',
          'a fence of sh with "ls /proc"',
          shellTodo,
        ),
      ],
    ],
    [
      'page/bare-fence, without a language',
      { 'zh-cn.mdx': `${sound['zh-cn.mdx']}\n\`\`\`\n$ ls\n\`\`\`\n` },
      [
        message(
          'content/namespaces/zh-cn.mdx:20:1: page/bare-fence',
          'commands in a transcript, shown by <Step of="…" id="…" />',
          'a fence of no language with "$ ls"',
          shellTodo,
        ),
      ],
    ],
    [
      'page/unknown-step',
      { 'pid.transcript': transcript.replace('== first', '== primus'), 'topics.yaml': '' },
      [
        ...['en', 'zh-cn'].map((language) =>
          message(
            `content/namespaces/${language}.mdx:12:1: page/unknown-step`,
            'a step of content/namespaces/pid.transcript: primus, stage',
            '<Step of="pid" id="first">',
            'Correct the id, or add `== first` to the transcript.',
          ),
        ),
        message(
          'content/namespaces/pid.transcript:3:1: transcript/step-not-shown',
          'a page that shows the step, or @hidden',
          'step primus, which no page shows',
          'Write <Step of="pid" id="primus" /> where it belongs, or @hidden below `== primus`.',
        ),
      ],
    ],
    [
      'page/unknown-step, without a transcript',
      { 'pid.transcript': undefined, 'topics.yaml': '' },
      ['en', 'zh-cn'].map((language) =>
        message(
          `content/namespaces/${language}.mdx:12:1: page/unknown-step`,
          'a file content/namespaces/pid.transcript',
          '<Step of="pid" id="first">; there is no such file',
          'Correct the name, or write the transcript.',
        ),
      ),
    ],
    [
      'transcript/step-not-shown',
      { 'pid.transcript': transcript.replace('@hidden\n', '') },
      [
        message(
          'content/namespaces/pid.transcript:7:1: transcript/step-not-shown',
          'a page that shows the step, or @hidden',
          'step stage, which no page shows',
          'Write <Step of="pid" id="stage" /> where it belongs, or @hidden below `== stage`.',
        ),
      ],
    ],
    [
      'chapter/order: steps and widgets swapped',
      {
        'zh-cn.mdx': `${front()}## 进程 [#process-1]\n\n<Widget name="pids" />\n\n<Step of="pid" id="first" />\n\n<Snippet name="reap" />\n\n<Diagram name="tree" />\n`,
      },
      [
        message(
          'content/namespaces/zh-cn.mdx:10:1: chapter/order',
          '<Step of="pid" id="first"> (content/namespaces/en.mdx:12)',
          '<Widget name="pids"> (content/namespaces/zh-cn.mdx:10)',
          orderTodo,
        ),
      ],
    ],
    [
      'chapter/order: another heading id',
      { 'zh-cn.mdx': page.replace('#process-1', '#pid-1') },
      [
        message(
          'content/namespaces/zh-cn.mdx:8:1: chapter/order',
          '## [#process-1] (content/namespaces/en.mdx:8)',
          '## [#pid-1] (content/namespaces/zh-cn.mdx:8)',
          orderTodo,
        ),
      ],
    ],
    [
      'chapter/order: a diagram in one language only',
      { 'en.mdx': page.replace('<Diagram name="tree" />\n', '') },
      [
        message(
          'content/namespaces/zh-cn.mdx:18:1: chapter/order',
          'nothing more (content/namespaces/en.mdx)',
          '<Diagram name="tree"> (content/namespaces/zh-cn.mdx:18)',
          orderTodo,
        ),
      ],
    ],
    [
      'chapter/missing-translation',
      { 'zh-cn.mdx': undefined },
      [
        message(
          'content/namespaces/zh-cn.mdx:1:1: chapter/missing-translation',
          'the chapter in en and zh-cn',
          'no such file',
          'Write it; both languages have the same steps, widgets, snippets and heading ids.',
        ),
      ],
    ],
    [
      'chapter/status',
      { 'zh-cn.mdx': page.replace('growing', 'complete'), 'topics.yaml': 'a: process-1\n' },
      [
        message(
          'content/namespaces/zh-cn.mdx:1:1: chapter/status',
          'status: growing, as in content/namespaces/en.mdx',
          'status: complete',
          'Complete both languages together.',
        ),
      ],
    ],
    [
      'page/heading-id: none',
      both((source) => source.replace(' [#process-1]', '')),
      [
        message(
          'content/namespaces/en.mdx:8:1: page/heading-id',
          'a heading with an id',
          '## Process 1',
          'Write ## Process 1 [#some-id], of a-z, 0-9 and -.',
        ),
        message(
          'content/namespaces/zh-cn.mdx:8:1: page/heading-id',
          'a heading with an id',
          '## 1 号进程',
          'Write ## 1 号进程 [#some-id], of a-z, 0-9 and -.',
        ),
        message(
          'content/namespaces/topics.yaml:1:1: chapter/topics',
          'a heading id of this chapter, or transcript#step',
          'process-1, for “process 1”',
          'Correct it, or leave it empty for now.',
        ),
      ],
    ],
    [
      'page/heading-id: twice',
      both((source) => `${source}\n### Again [#process-1]\n`),
      ['en', 'zh-cn'].map((language) =>
        message(
          `content/namespaces/${language}.mdx:20:1: page/heading-id`,
          'an id once a page',
          '#process-1, as in line 8',
          'Give one another id.',
        ),
      ),
    ],
    [
      'page/heading-id: a title in the text',
      both((source) => source.replace('## ', '# ')),
      [
        ['en', 'Process 1'],
        ['zh-cn', '1 号进程'],
      ].map(([language, title]) =>
        message(
          `content/namespaces/${language}.mdx:8:1: page/heading-id`,
          'headings from ## on',
          `# ${title}`,
          'The title stands in the front matter.',
        ),
      ),
    ],
    [
      'page/unknown-term',
      { 'en.mdx': page.replace('"orphan"', '"orfan"') },
      [
        message(
          'content/namespaces/en.mdx:10:3: page/unknown-term',
          'an id of content/glossary.yaml',
          '<Term id="orfan">',
          'Correct the id, or add orfan to the glossary.',
        ),
      ],
    ],
    [
      'page/unknown-part',
      { 'diagrams/tree.svg': undefined },
      ['en', 'zh-cn'].map((language) =>
        message(
          `content/namespaces/${language}.mdx:18:1: page/unknown-part`,
          'a file content/namespaces/diagrams/tree.svg',
          'the diagram tree; there is no such file',
          'Correct the name, or add the file.',
        ),
      ),
    ],
    [
      'snippet/expected-output',
      { 'snippets/reap.expected.txt': undefined },
      [
        message(
          'content/namespaces/snippets/reap.ts:1:1: snippet/expected-output',
          'content/namespaces/snippets/reap.expected.txt beside it',
          'no such file',
          'Run it (node content/namespaces/snippets/reap.ts), read what it prints, and keep that as the expected output.',
        ),
      ],
    ],
    [
      'snippet/expected-output: an orphan',
      { 'snippets/gone.expected.txt': '1\n' },
      [
        message(
          'content/namespaces/snippets/gone.expected.txt:1:1: snippet/expected-output',
          'content/namespaces/snippets/gone.ts beside it',
          'no such file',
          'Delete it, or name it after its snippet.',
        ),
      ],
    ],
    [
      'chapter/topics: owed by a complete chapter',
      both((source) => source.replace('growing', 'complete')),
      [
        message(
          'content/namespaces/topics.yaml:3:1: chapter/topics',
          'a home for every phrase of a complete chapter',
          'none for “reaping”',
          'Teach it and name its heading or step, or set the status back to growing.',
        ),
      ],
    ],
    [
      'chapter/topics: no list in a complete chapter',
      { ...both((source) => source.replace('growing', 'complete')), 'topics.yaml': undefined },
      [
        message(
          'content/namespaces/topics.yaml:1:1: chapter/topics',
          'topics.yaml in a complete chapter',
          'no such file',
          'List each phrase of the chapter with its heading id or transcript#step.',
        ),
      ],
    ],
    [
      'chapter/topics: a home that is not there',
      { 'topics.yaml': 'fork: pid#second\n' },
      [
        message(
          'content/namespaces/topics.yaml:1:1: chapter/topics',
          'a heading id of this chapter, or transcript#step',
          'pid#second, for “fork”',
          'Correct it, or leave it empty for now.',
        ),
      ],
    ],
    [
      'chapter/topics: a list instead of homes',
      { 'topics.yaml': 'fork: [pid]\n' },
      [
        message(
          'content/namespaces/topics.yaml:1:1: field fork',
          'a heading id or transcript#step',
          'something else',
          'Write `phrase: heading-id` or `phrase: transcript#step`; leave the value out while it has no home.',
        ),
      ],
    ],
  ])('%s', (_, changes, messages) => {
    expect(check(changes)).toEqual(messages)
  })

  test('chapter/unknown', () => {
    expect(check({}, 'namespace')).toEqual([
      message(
        'content/namespace:1:1: chapter/unknown',
        'one of origins, namespaces, cgroups, images, networking, cni, cluster, workloads, services, storage, scheduling, packaging, mesh',
        'namespace',
        'Rename the folder, or add it to src/site/chapter/chapters.ts.',
      ),
    ])
  })

  test('a transcript that cannot be read is told once, not for every step that a page shows of it', () => {
    const messages = check({ 'pid.transcript': 'targets: moon\n---\n', 'topics.yaml': '' })
    expect(messages.length).toBeGreaterThan(0)
    for (const line of messages) expect(line).toMatch(/^content\/namespaces\/pid\.transcript:\d/)
  })
})

describe('front matter', () => {
  const todo = 'The fields are described in src/site/chapter/schema.ts.'
  test.each([
    ['title: Namespaces\n', '', '1:1: field title', 'the title of the chapter', 'nothing'],
    ['title: Namespaces', 'title: 7', '2:1: field title', 'the title of the chapter', '7'],
    [
      'lede: A smaller story.',
      "lede: ''",
      '3:1: field lede',
      'a sentence or two that open the chapter',
      '""',
    ],
    ['status: growing', 'status: done', '5:1: field status', 'growing or complete', '"done"'],
    [
      'status: growing',
      'status: growing\ndraft: true',
      '6:1: fields',
      'only title, lede, description and status',
      'draft',
    ],
    [
      'What namespaces are.',
      'x'.repeat(201),
      '4:1: field description',
      'a description of at most 200 characters',
      `"${'x'.repeat(56)}… (203 characters)`,
    ],
  ])('%j → %j', (from, to, place, expected, got) => {
    // A missing field has no line of its own; the front matter's first line stands for it.
    const at = place.startsWith('1:1') ? place.replace('1:1', '2:1') : place
    expect(check({ 'en.mdx': page.replace(from, to) })).toEqual([
      message(`content/namespaces/en.mdx:${at}`, expected, got, todo),
    ])
  })

  test('none at all', () => {
    expect(check({ 'en.mdx': page.replace(front(), '') })[0]).toBe(
      message(
        'content/namespaces/en.mdx:1:1: front matter',
        'title, lede, description and status between two lines of ---',
        'a page without front matter',
        'Copy the first lines of another chapter and change them.',
      ),
    )
  })

  test('YAML that cannot be read', () => {
    const messages = check({ 'en.mdx': page.replace('A smaller story.', 'a: b: c') })
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(/^content\/namespaces\/en\.mdx:3:\d+: yaml\n {2}expected: valid YAML\n/)
  })
})

describe('the glossary', () => {
  test('a sound one', () => {
    const source =
      "orphan:\n  en: { name: orphan, meaning: 'Alone.' }\n  zh-cn: { name: 孤儿进程, meaning: 没有父进程。 }\n"
    expect(readGlossary(source, 'g.yaml')).toEqual({ terms: new Set(['orphan']), faults: [] })
  })

  test.each([
    ['orphan:\n  en: { name: orphan, meaning: x }\n', 'g.yaml:1:1: field orphan.zh-cn', 'name and meaning'],
    [
      'orphan:\n  en: { name: orphan, meaning: x }\n  zh-cn: { name: 孤儿 }\n',
      'g.yaml:3:3: field orphan.zh-cn.meaning',
      'text',
    ],
  ])('%j', (source, place, expected) => {
    const { faults } = readGlossary(source, 'g.yaml')
    const printed = faults.map(printFault)
    expect(printed).toHaveLength(1)
    expect(printed[0]).toContain(`${place}\n  expected: ${expected}\n`)
  })
})
