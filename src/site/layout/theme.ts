/**
 * Runs in the head, before the first paint, so that a chosen theme never flashes. Plain text, because it is
 * inlined as it stands; the layout hashes it for the content security policy.
 */
export const themeScript =
  "{const d=document.documentElement;d.classList.add('js');try{d.dataset.theme=localStorage.theme||''}catch{}}"
