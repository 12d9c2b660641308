/** What every Island.astro does alike. The island itself stays there: Astro hydrates what it sees imported and named. */
import type { AgreementRecord } from './agreement-record.ts'
import type { ViewProps } from './story/StoryFrame.tsx'

/** What a page says of a widget, and in which language. */
export type IslandProps = Partial<ViewProps> & { readonly lang: 'en' | 'zh-cn' }

/** For `client:visible`: awake before it is seen. */
export const near = { rootMargin: '300px' } as const

/** Two of a widget on one page differ by what they begin with, so their states in the address do too. */
export const islandId = (widget: string, beginsWith: string | undefined): string =>
  beginsWith ? `${widget}-${beginsWith}` : widget

/** `recorded` is what conformance has found of the widget's model. */
export const givenTo = (
  widget: string,
  { id, scenario, record }: IslandProps,
  recorded: AgreementRecord | undefined,
): ViewProps => ({
  id: id ?? islandId(widget, scenario),
  scenario,
  record: record ?? recorded,
})
