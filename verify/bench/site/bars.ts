/** What the site may weigh and take; sizes in bytes after gzip, times in milliseconds. */
export const bars = {
  /** HTML and CSS together: so much for each 10,000 characters of prose, never less than it allowed. */
  pagePer10kCharacters: 30_000,
  inlineScript: 3_000,
  preact: 8_000,
  widgetView: 12_000,
  widgetModel: 25_000,
  widgetWording: 5_000,
  snippetRunner: 60_000,
  snippetFirstResult: 200,
  build: 15_000,
  buildForty: 30_000,
} as const
