import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { ChevronIcon } from './icons.tsx'

/** What a control needs to be named and described by its field. */
export type Described = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

type FieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly children: (described: Described) => ReactNode
}

/** A label, its control, a hint, and what is wrong with the value. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-row text-ink-3">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-row text-error">
          {problem}
        </p>
      )}
    </div>
  )
}

const BOX =
  'w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 aria-invalid:border-error'

type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly ref?: Ref<HTMLInputElement>
}

export function TextInput(props: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className={`${BOX} text-row h-8 font-mono`}
      {...props}
    />
  )
}

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  /** Shows dots for characters, as a password field does. */
  readonly masked?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

export function TextArea({ masked = false, ...props }: TextAreaProps) {
  return (
    <textarea
      rows={3}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className={`${BOX} text-row field-sizing-content max-h-60 min-h-16 py-1.5 font-mono ${masked ? '[-webkit-text-security:disc]' : ''}`}
      {...props}
    />
  )
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly ref?: Ref<HTMLSelectElement>
}

export function Select({ options, ...rest }: SelectProps) {
  return (
    <span className="relative flex">
      <select className={`${BOX} h-8 appearance-none pr-7`} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className="text-ink-3 pointer-events-none absolute inset-y-0 right-2.5 flex items-center">
        <ChevronIcon />
      </span>
    </span>
  )
}
