import type { ButtonHTMLAttributes, Ref } from 'react'

const KINDS = {
  plain: 'border-line-strong bg-surface px-3.5 text-ink hover:bg-sunken',
  primary: 'border-accent bg-accent px-3.5 text-accent-ink hover:opacity-90',
  quiet: 'border-transparent px-2 text-accent hover:bg-accent-soft',
  icon: 'w-8 justify-center border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
} as const

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: keyof typeof KINDS
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button 32 high. `type` is `button` unless said otherwise, so that none sends a form by accident. */
export function Button({ kind = 'plain', className = '', type, ...rest }: ButtonProps) {
  return (
    <button
      type={type === 'submit' ? 'submit' : 'button'}
      className={`inline-flex h-8 items-center gap-1.5 rounded-lg border font-medium whitespace-nowrap disabled:opacity-50 ${KINDS[kind]} ${className}`}
      {...rest}
    />
  )
}
