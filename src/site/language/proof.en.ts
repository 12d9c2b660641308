import type { Counts } from '#ledger'

/** The figures of the whole book, dates and shares already in the page's language. */
export type Standing = {
  counts: Counts
  awaiting: number
  pinned: string
  oldest: string | undefined
  kernels: string
}

/** By how much a model that is measured was out. */
type Measure = { unit: string; mean: number; worst: number }

/** Planted in a model's code, and how many its records noticed. */
type Faults = { model: string; killed: number; mutants: number }

/** Of the last nightly run, dates and times already in the page's language. */
type Night = {
  date: string
  kernel: string | undefined
  k3s: { version: string; release: boolean } | undefined
  took: string
}

type Shown<Name extends string> = Record<Name, string>

/** What /proof/ says, in English. */
export const proofEn = {
  lede: 'Every figure on this page is counted from records. A record is written by a run, and by nothing else.',
  summary: ({ counts, awaiting, pinned, oldest, kernels }: Standing) =>
    oldest === undefined
      ? `Nothing has been recorded yet: ${awaiting} commands await proof.`
      : `${counts.verified} commands are verified, ${counts.ran} ran without a comparison, ${counts['not-run']} are not run, ${counts.differs} differ, and ${awaiting} await proof. ` +
        `${pinned} of the recorded output is pinned. The oldest record is of ${oldest}. Seen on ${kernels}.`,
  records: 'Transcripts and targets',
  columns: {
    transcript: 'Transcript',
    target: 'Target',
    state: 'State',
    verified: 'verified',
    ran: 'ran',
    notRun: 'not run',
    awaiting: 'awaiting',
    pinned: 'pinned',
    kernel: 'Kernel',
    date: 'Recorded',
  },
  states: { proved: 'holds', stale: 'stale', awaiting: 'awaiting proof', differs: 'differs' },
  reading:
    'Verified: the output was compared, line by line. Ran: only the exit status was. Stale: the commands have changed since the run. Pinned: the share of output characters that a literal, or a type other than “anything”, had to match.',
  models: 'Models',
  noModels:
    'No model has a recorded comparison with a real system yet. Each widget says so, and says what it leaves out.',
  modelColumns: {
    model: 'Model',
    target: 'Target',
    cases: 'Cases',
    agree: 'agree',
    differ: 'differ',
    declared: 'declared',
    notApplicable: 'not applicable',
    error: 'Error',
    rules: 'Rules seen',
    kernel: 'Kernel',
    date: 'Recorded',
  },
  errorText: ({ unit, mean, worst }: Measure) => `mean ${mean}, worst ${worst} ${unit}`,
  mutationText: ({ model, killed, mutants }: Faults) =>
    `Of ${mutants} small faults planted in the code of ${model}, its records alone notice ${killed}. Why each of the others goes unnoticed stands beside the model.`,
  modelsReading:
    'The same random cases went to the model and to the kernel. Agree: all that both let see was the same. Declared: a known difference, explained beside the widget. Not applicable: the case, or the sample, says nothing here. Error: where measures are compared, by how much the model was out.',
  night: {
    title: 'The last night',
    about:
      'A nightly run does everything again: every transcript on every target that it names, and fresh random cases for every model. What it finds is kept as it was found, drifts and skips included.',
    none: 'No nightly run has been kept yet.',
    when: ({ date, kernel, k3s, took }: Night) =>
      `On ${date}${kernel === undefined ? '' : `, on ${kernel}`}${k3s ? ` with k3s ${k3s.version}${k3s.release ? '' : ' (not a release)'}` : ''}, in ${took}.`,
    transcripts: 'Transcripts on targets',
    transcriptCounts: ({ passed, drifted, skipped }: Shown<'passed' | 'drifted' | 'skipped'>) =>
      `${passed} passed, ${drifted} drifted, ${skipped} skipped`,
    cases: 'Fresh cases',
    caseCounts: ({
      agree,
      differ,
      declared,
      notApplicable,
      seed,
    }: Shown<'agree' | 'differ' | 'declared' | 'notApplicable'> & { seed: number }) =>
      `${agree} agree, ${differ} differ, ${declared} declared, ${notApplicable} not applicable; seed ${seed}`,
    nothingDrifted: 'Nothing drifted since the records were written.',
    drifted: (count: number) => `Drifted since the records were written: ${count}`,
    skipped: (count: number) => `What was skipped, and why: ${count}`,
  },
  shell: 'The shell',
  shellText:
    'One bash replays a transcript from its first command to its last, in a sandbox of its own. This much is fixed:',
  settings: {
    environment: 'Environment',
    shell: 'Shell',
    stdin: 'Standard input',
    terminal: 'Terminal, where one is needed',
    directory: 'First directory',
    hostname: 'Host name',
    namespaces: 'Namespaces of its own',
    covered: 'Covered by empty folders',
    outputLimit: 'Bytes of output kept for a command',
  },
  placeholders: 'What may vary',
  placeholdersText:
    'Where a page marks output with dots, a placeholder stands in the transcript. It accepts this and refuses that; a test runs every example.',
  placeholderColumns: {
    type: 'Type',
    meaning: 'Meaning',
    accepts: 'Accepted',
    refuses: 'Refused',
    expression: 'Expression',
  },
}

export type ProofWords = typeof proofEn
