/** What to do about each kind of fault. The ids are stable: tests and editors may name them. */
export const rules = {
  'file/byte-order-mark': 'Save the file as UTF-8 without a byte order mark.',
  'file/carriage-return': 'Save the file with Unix line ends (LF).',
  'file/control-character': "Remove it; in a command write it as an escape, such as $'\\x1b'.",
  'file/final-newline': 'End the last line with a newline.',

  'header/end': 'Write "---" on a line of its own between the header and the first step.',
  'header/line': 'Write "word: value", such as "targets: host, vm".',
  'header/unknown-word': 'Correct the word, or remove the line.',
  'header/duplicate-word': 'Put all values on one line.',
  'header/empty-value': 'Write a value, or remove the line.',
  'header/targets': 'Add "targets:" with at least one target; the first is the one shown.',
  'header/unknown-target': 'Correct the target, or remove it.',
  'header/unknown-need': 'Correct the need, or add it to src/transcript/parse/words.ts and to the targets.',
  'header/need-count': 'Write the need as the list in src/transcript/parse/words.ts says.',
  'header/duplicate-value': 'Remove one of the two.',
  'header/timeout': 'Write a duration such as 500ms, 10s, 2m or 1m30s.',
  'header/uses': 'Name a file in the folder of the transcript or below it.',
  'header/namespace': 'Write lower-case letters, digits and hyphens, 63 characters at most.',
  'header/namespace-target': 'Add k3s to the targets, or remove the namespace.',

  'step/none': 'Write "== id" and, below it, commands.',
  'step/id':
    'Write "== id"; an id has lower-case letters, digits and single hyphens, and begins with a letter.',
  'step/duplicate': 'Give each step an id of its own.',
  'step/empty': 'Write a command below the step, or remove it.',
  'step/outside': 'Write "== id" above it.',

  'command/empty': 'Write the command behind "$ ", or remove the line.',
  'command/missing': 'Begin a command with "$ "; expected output stands below its command.',
  'command/continuation': 'A "> " line continues the "$ " line above it; begin a literal line with "\\> ".',

  'output/exit': 'Write "[exit N]" with N from 1 to 255; begin a literal line with "\\[exit".',
  'output/exit-zero': 'Remove it: a status that is not written is 0.',
  'output/exit-duplicate': 'Keep one "[exit N]".',
  'output/after-exit': 'Move "[exit N]" below the last line of the expectation.',
  'output/unknown-type': 'Use a type of the placeholder table, or write "\\<" for a literal.',
  'output/name': 'A name begins with a lower-case letter and has lower-case letters, digits and hyphens.',
  'output/name-types': 'Use one type for one name, or give the second another name.',

  'directive/unknown': 'Correct the directive; begin a literal line with "\\@".',
  'directive/argument': 'Write the directive as expected.',
  'directive/duplicate': 'Keep one of the two.',
  'directive/unbound': 'Write the directive above the "$ " line it speaks of.',
  'directive/hidden': 'Write "@hidden" directly below "== id".',
  'directive/conflict': 'Keep one of the two directives.',
  'directive/unordered': 'Remove "...", or compare in order.',
  'directive/ran': 'Keep only "[exit N]" below the command, or remove "@ran" so that the output is compared.',
  'directive/not-run': 'Remove the expectation, or "@not-run" so that the command is run.',
  'directive/when-place': 'Write "@when" below its command, above the expectation it speaks of.',
  'directive/when-empty': 'Write the expected output or "[exit N]" below "@when".',
  'directive/when-duplicate': 'Only the first would ever be used: remove one, or change its condition.',
} as const

export type Rule = keyof typeof rules
