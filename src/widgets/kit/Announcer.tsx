/** Says politely what has changed to whoever listens instead of looking. */
export const Announcer = ({ text }: { readonly text: string }) => (
  <p class="unseen" role="status" aria-live="polite">
    {text}
  </p>
)
