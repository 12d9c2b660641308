/** Pages and transcripts agree: a step that is shown exists, and a step that exists is shown or only sets the stage. */
import { faultOf, type Rule } from './rule.ts'

const existing = faultOf('page/unknown-step')

export const unknownSteps: Rule = {
  name: 'page/unknown-step',
  check: ({ pages, transcripts, folder, files }) =>
    pages.flatMap(({ file, items }) =>
      items
        .filter((item) => item.kind === 'step')
        // A transcript that cannot be read has faults of its own.
        .filter(({ of }) => transcripts.has(of) || !files.has(`${of}.transcript`))
        .filter(({ of, id }) => !transcripts.get(of)?.steps.some((step) => step.id === id))
        .map(({ of, id, at }) => {
          const ids = transcripts.get(of)?.steps.map((step) => step.id)
          return existing(
            file,
            at,
            ids
              ? `a step of ${folder}/${of}.transcript: ${ids.join(', ')}`
              : `a file ${folder}/${of}.transcript`,
            `<Step of="${of}" id="${id}">${ids ? '' : '; there is no such file'}`,
            ids
              ? `Correct the id, or add \`== ${id}\` to the transcript.`
              : 'Correct the name, or write the transcript.',
          )
        }),
    ),
}

const shown = faultOf('transcript/step-not-shown')

export const stepsNotShown: Rule = {
  name: 'transcript/step-not-shown',
  check: ({ pages, transcripts }) => {
    const onPages = new Set(
      pages.flatMap(({ items }) =>
        items.filter((item) => item.kind === 'step').map(({ of, id }) => `${of}#${id}`),
      ),
    )
    return [...transcripts].flatMap(([name, { file, steps }]) =>
      steps
        .filter(({ id, hidden }) => !hidden && !onPages.has(`${name}#${id}`))
        .map(({ id, at }) =>
          shown(
            file,
            at,
            `a page that shows the step, or @hidden`,
            `step ${id}, which no page shows`,
            `Write <Step of="${name}" id="${id}" /> where it belongs, or @hidden below \`== ${id}\`.`,
          ),
        ),
    )
  },
}
