/**
 * A plain text area in place of the code. Tab indents; after Escape the next Tab leaves, so that nobody who works by
 * keyboard is caught in it, and Shift+Tab always leaves backwards.
 */
type Reactions = { readonly run: () => void; readonly changed: (text: string) => void }

export function makeEditor(text: string, label: string, reactions: Reactions): HTMLTextAreaElement {
  const area = document.createElement('textarea')
  area.className = 'snippet-editor'
  area.value = text
  area.setAttribute('aria-label', label)
  area.setAttribute('autocapitalize', 'off')
  area.setAttribute('autocorrect', 'off')
  area.spellcheck = false
  area.wrap = 'off'

  const changed = () => {
    area.rows = area.value.split('\n').length
    reactions.changed(area.value)
  }
  let tabLeaves = false
  area.addEventListener('blur', () => (tabLeaves = false))
  area.addEventListener('input', changed)
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') tabLeaves = true
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      reactions.run()
    } else if (event.key === 'Tab' && !event.shiftKey && !tabLeaves) {
      event.preventDefault()
      insert(area, '  ')
    } else if (event.key !== 'Tab' && event.key !== 'Shift') tabLeaves = false
  })
  changed()
  return area
}

/** `insertText` keeps the browser's undo; where it is gone, the text is set and the change told by hand. */
function insert(area: HTMLTextAreaElement, text: string) {
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input'))
}
