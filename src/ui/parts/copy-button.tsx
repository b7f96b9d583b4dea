import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'children'> & {
  readonly label: string
  /** A promise where the words are made by code that loads on demand. */
  readonly text: () => string | Promise<string>
}

/** Copies text and says in its own place that it did, or that the browser refused. */
export function CopyButton({ label, text, ...rest }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return undefined
    const timer = setTimeout(() => setSaid(null), 1600)
    return () => clearTimeout(timer)
  }, [said])

  function copy() {
    writeToClipboard(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy'),
    )
  }
  return (
    <Button {...rest} onClick={copy}>
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  )
}

/** The promise itself is handed over: a browser takes nothing that comes a while after the person's press. */
function writeToClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  const type = 'text/plain'
  const words = text.then((each) => new Blob([each], { type }))
  return navigator.clipboard.write([new ClipboardItem({ [type]: words })])
}
