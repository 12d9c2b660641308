/** A sentence of the wording: what stands between backticks is code. */
export const Words = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>
)

/** The same for a place that takes text alone. */
export const plain = (text: string): string => text.replaceAll('`', '')
