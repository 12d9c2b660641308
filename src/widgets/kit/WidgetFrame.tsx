import type { ComponentChildren } from 'preact'
import type { AgreementRecord } from './agreement-record.ts'
import { Agreement } from './Agreement.tsx'
import { CopyLink } from './CopyLink.tsx'
import type { Strings } from './strings/types.ts'

type Props = {
  readonly id: string
  /** the widget's class, where its style is its own */
  readonly kind?: string
  readonly labels: { readonly title: string; readonly subtitle: string }
  /** what tells this one from others of its kind on a page */
  readonly name?: string
  readonly children: ComponentChildren
  /** puts the state into the address */
  readonly put: () => void
  /** begins again */
  readonly again?: () => void
  readonly record?: AgreementRecord | undefined
  readonly leftOut: readonly string[]
  /** what the model says and no sandbox can show */
  readonly uncheckable?: readonly string[]
  readonly ui: Strings
}

/** What every widget stands in: its title above; below, a link to what is on show, and how far the model is to be trusted. */
export const WidgetFrame = (props: Props) => {
  const { id, kind, labels, name, children, put, again, record, leftOut, uncheckable, ui } = props
  return (
    <section
      class={kind ? `widget ${kind}` : 'widget'}
      id={id}
      aria-label={name ? `${labels.title}: ${name}` : labels.title}
    >
      <header>
        <b>{labels.title}</b> <span>{labels.subtitle}</span>
      </header>
      {children}
      <p class="links">
        {again ? (
          <button type="button" onClick={again}>
            {ui.again}
          </button>
        ) : null}
        <CopyLink put={put} ui={ui} />
      </p>
      <Agreement {...{ record, leftOut, ui }} uncheckable={uncheckable ?? []} />
    </section>
  )
}
