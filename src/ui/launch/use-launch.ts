import { type ClipboardEvent, type FormEvent, useState } from 'react'
import type { Controls, Refusal } from '../controls.ts'
import { type AddressReading, readAddress } from './address.ts'
import { readPasted } from './pasted.ts'
import { withConfig, withHeaders } from './settings-changes.ts'

/** What is said under the address field. */
export type Said = {
  readonly problem: string | null
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
}

/** The address field and its form: what stands in it, what is said about it, and what its buttons do. */
export type Launch = {
  readonly address: string
  readonly said: Said
  /** The server that Enter walks while the field is empty. */
  readonly fallback: string | null
  readonly onAddress: (text: string) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly launch: (address: string, how: 'run' | 'step') => void
}

type Kept = {
  readonly address: string
  readonly problem: string | null
  readonly notes: readonly string[]
}

/** Joins the address field to the controls. `onRefused` hears why a pasted run file could not be opened. */
export function useLaunch(controls: Controls, onRefused: (refusal: Refusal) => void): Launch {
  const draft = controls.useDraft()
  const [kept, setKept] = useState<Kept | null>(null)
  const fallback = controls.localPractice

  function take(reading: AddressReading, text: string): boolean {
    if (reading.kind === 'run-file') {
      const file = new File([reading.text], 'pasted.run.json', { type: 'application/json' })
      void controls.openFile(file).then(onRefused)
      controls.setDraft({ address: '' })
    }
    if (reading.kind === 'problem') setKept({ address: text, problem: reading.says, notes: [] })
    if (reading.kind !== 'server') return false
    const settings = reading.headers.length > 0 ? withHeaders(draft, reading.headers) : draft
    controls.setDraft({
      address: reading.url,
      config: withConfig(settings, 'server', reading.url).config,
      secrets: settings.secrets,
    })
    setKept({ address: reading.url, problem: null, notes: reading.notes })
    return true
  }
  function launch(address: string, how: 'run' | 'step') {
    const text = address.trim() === '' ? (fallback ?? '') : address
    if (text === '') {
      setKept({ address, problem: 'Paste the address of an MCP server first.', notes: [] })
    } else if (take(readAddress(text), address)) controls[how]()
  }
  return {
    address: draft.address,
    said: toSaid(draft.address, kept),
    fallback,
    onAddress: (address) => controls.setDraft({ address }),
    onPaste: (event) => {
      const text = event.clipboardData.getData('text').trim()
      if (readPasted(text).kind === 'plain') return
      event.preventDefault()
      take(readAddress(text), draft.address)
    },
    onSubmit: (event) => {
      event.preventDefault()
      if (showInvalid(event.currentTarget)) return
      const how = submitterOf(event.nativeEvent) === 'step' ? 'step' : 'run'
      launch(draft.address, how)
    },
    launch,
  }
}

function submitterOf(event: Event): string | undefined {
  return event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
    ? event.submitter.value
    : undefined
}

/** Opens and focuses the first field that cannot be stored, if there is one. */
function showInvalid(form: HTMLFormElement): boolean {
  const invalid = form.querySelector<HTMLElement>('input:invalid, textarea:invalid, select:invalid')
  invalid?.closest('details')?.setAttribute('open', '')
  invalid?.focus()
  invalid?.blur()
  invalid?.focus()
  return invalid !== null
}

function toSaid(address: string, kept: Kept | null): Said {
  const reading = readAddress(address)
  const current = kept?.address === address ? kept : null
  const live = reading.kind === 'server' ? reading : { notes: [], warnings: [] }
  return {
    problem: current?.problem ?? null,
    notes: [...new Set([...(current?.notes ?? []), ...live.notes])],
    warnings: live.warnings,
  }
}
