/**
 * The only script a snippet puts in the page, once however many snippets there are. It knows no address, so its hash
 * is the same on every page; the runner's address stands on the snippet.
 */
export const trigger =
  "addEventListener('click',e=>{let b=e.target.closest('[data-runner] button'),f=b?.closest('[data-runner]');" +
  "f&&import(f.dataset.runner).then(()=>b.dispatchEvent(new Event('snippet',{bubbles:true})))})"
