/** The chunk that the first click on Run or Edit loads; trigger.ts hands it every click as a `snippet` event. */
import { makePanel, type Action, type Panel } from './panel.ts'

const panels = new WeakMap<HTMLElement, Panel>()

document.addEventListener('snippet', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const figure = target.closest<HTMLElement>('[data-runner]')
  if (!figure) return
  const panel = panels.get(figure) ?? makePanel(figure)
  panels.set(figure, panel)
  panel.act[target.dataset.part as Action]()
})
