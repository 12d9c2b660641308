/** A snippet on the page: its parts, and what its four buttons do. */
import { languageOf } from '../../language/languages.ts'
import { numbersFor } from '../numbers-for.ts'
import { wordsOf, type Words } from '../words.ts'
import { makeBatch, type Batch } from './batch.ts'
import { makeEditor } from './editor.ts'
import { startJob, timeLimit, type Event, type Job } from './job.ts'
import { verdictOn } from './verdict.ts'

export type Action = keyof Words['buttons']

export type Panel = { readonly act: Record<Action, () => void> }

export function makePanel(figure: HTMLElement): Panel {
  const part = <E extends HTMLElement = HTMLElement>(name: string) => {
    const found = figure.querySelector<E>(`[data-part=${name}]`)
    if (!found) throw new Error(`The snippet ${figure.dataset.name} has no part ${name}`)
    return found
  }
  const words = wordsOf(languageOf(figure.dataset.language))
  const [frame, numbers, source] = [part('frame'), part('numbers'), part('source')]
  const [caption, output, status, hint] = [part('caption'), part('output'), part('status'), part('hint')]
  const original = source.textContent
  const expected = output.textContent

  let editor: HTMLTextAreaElement | undefined
  let job: Job | undefined
  let batch: Batch | undefined
  let dropped = 0
  let stdout = ''

  const enable = (action: Action, on: boolean) => part(action).setAttribute('aria-disabled', String(!on))
  const say = (text: string) => (status.textContent = text)

  function markLine(line: number | undefined) {
    frame.toggleAttribute('data-fault', line !== undefined)
    if (line !== undefined) frame.style.setProperty('--fault-line', String(line))
  }

  function endJob() {
    job?.stop()
    job = undefined
    batch?.flush()
    enable('stop', false)
  }

  function finish(text: string) {
    endJob()
    say(dropped > 0 ? `${text} ${words.dropped(dropped)}` : text)
  }

  function hear(event: Event): void {
    switch (event.kind) {
      case 'started':
        return
      case 'printed':
        if (event.to === 'stdout') stdout += event.text
        return batch?.add(event.text)
      case 'dropped':
        dropped = event.count
        return
      case 'failed':
        markLine(event.fault.line)
        return finish(words.failed(event.fault.message, event.fault.line))
      case 'out-of-time':
        return finish(words.outOfTime(timeLimit / 1000))
      case 'not-loaded':
        return finish(words.notLoaded)
      case 'done':
        return finish(summary())
    }
  }

  function summary(): string {
    if (dropped > 0) return words.uncompared
    const verdict = verdictOn(stdout, expected)
    return verdict.same ? words.same : words.differs(verdict.line)
  }

  function run() {
    endJob()
    dropped = 0
    stdout = ''
    markLine(undefined)
    output.textContent = ''
    caption.textContent = words.fromHere
    say(words.running)
    enable('stop', true)
    enable('reset', true)
    batch = makeBatch((text) => output.append(text), requestAnimationFrame)
    job = startJob(editor?.value ?? original, hear)
  }

  function edit() {
    if (!editor) {
      const changed = (text: string) => {
        numbers.textContent = numbersFor(text)
        markLine(undefined)
      }
      editor = makeEditor(original.replace(/\n$/, ''), words.editor(figure.dataset.name ?? ''), {
        run,
        changed,
      })
      editor.setAttribute('aria-describedby', hint.id)
      source.hidden = true
      hint.hidden = false
      frame.append(editor)
      enable('reset', true)
    }
    editor.focus()
  }

  function stop() {
    if (job) finish(words.stopped)
  }

  function reset() {
    endJob()
    editor?.remove()
    editor = undefined
    source.hidden = false
    hint.hidden = true
    numbers.textContent = numbersFor(original)
    output.textContent = expected
    caption.textContent = words.fromTests
    markLine(undefined)
    say('')
    enable('reset', false)
  }

  return { act: { run, edit, stop, reset } }
}
