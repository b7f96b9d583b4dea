import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'children'> & {
  readonly label: string
  readonly text: () => string
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
    navigator.clipboard.writeText(text()).then(
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
