/** Text from the wire or to be pasted, in one piece. Long lines wrap. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <pre
      aria-label={label}
      // What scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="bg-sunken text-row max-h-80 overflow-auto rounded-lg px-3 py-2 font-mono wrap-anywhere whitespace-pre-wrap"
    >
      {text}
    </pre>
  )
}
