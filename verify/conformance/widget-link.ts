/** The address, in English, at which a page's widget plays a case. None of the scenario's own moves are kept: it gives the beginning. */
export const widgetLink = (
  page: string,
  { widget, scenario }: { readonly widget: string; readonly scenario: string },
  moves: readonly string[],
): string => `/${page}/#${widget}=${[scenario, moves.length, 0, ...moves].join('.')}`
