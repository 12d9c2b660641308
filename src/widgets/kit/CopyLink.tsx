import { useState } from 'preact/hooks'
import type { Strings } from './strings/types.ts'

/** Copies the address of what is on show. Where the browser refuses, it says so: the address bar has it too. */
export const CopyLink = ({ put, ui }: { readonly put: () => void; readonly ui: Strings }) => {
  const [said, say] = useState('')
  const copy = async () => {
    put()
    try {
      await navigator.clipboard.writeText(location.href)
      say(ui.copied)
    } catch {
      say(ui.notCopied)
    }
    setTimeout(() => say(''), 4000)
  }
  return (
    <>
      <button type="button" class="link" onClick={copy}>
        {ui.copyLink}
      </button>
      <span role="status">{said}</span>
    </>
  )
}
