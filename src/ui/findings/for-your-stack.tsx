import { useMemo, useSyncExternalStore } from 'react'
import { keepStack, onStacksChange, readStacks } from '../../platform/chosen-stacks.ts'
import type { DocumentFinding, RunDocument } from '../../protocol/index.ts'
import { quirksFor } from '../../protocol/quirks.ts'
import { type Remedy, type StackText, remediesFor } from '../../protocol/remedies.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Pick } from '../parts/pick.tsx'

type ForYourStackProps = { readonly finding: DocumentFinding; readonly document: RunDocument }

/** The change in the product that a person runs: the one that was chosen last, else the one that the run was seen to meet. */
export function ForYourStack({ finding, document }: ForYourStackProps) {
  const remedies = useMemo(() => remediesFor(finding, document), [finding, document])
  const chosen = useSyncExternalStore(onStacksChange, readStacks).split(' ')
  if (remedies.length === 0) return null
  const met = findMet(remedies, document)
  const shown = chosen.map((id) => remedies.find(({ stack }) => stack === id)).find(Boolean) ?? met
  return (
    <section aria-label={`For your stack: ${finding.rule}`} className="mt-2">
      <Choice remedies={remedies} shown={shown} mayBeNone={met === undefined} />
      {shown?.texts.map((text) => (
        <Text key={`${text.title} ${text.text}`} name={shown.name} text={text} />
      ))}
    </section>
  )
}

function findMet(remedies: readonly Remedy[], document: RunDocument): Remedy | undefined {
  const names = quirksFor(document).providers.map(({ name }) => name)
  return remedies.find(({ name }) => names.includes(name))
}

type ChoiceProps = {
  readonly remedies: readonly Remedy[]
  readonly shown: Remedy | undefined
  readonly mayBeNone: boolean
}

function Choice({ remedies, shown, mayBeNone }: ChoiceProps) {
  const offered = remedies.map(({ stack }) => stack)
  const options = remedies.map(({ stack, name }) => ({ value: stack, label: name }))
  return (
    <Pick
      label="For your stack"
      value={shown?.stack ?? ''}
      options={mayBeNone ? [{ value: '', label: 'choose' }, ...options] : options}
      onChange={(value) => keepStack(value === '' ? null : value, offered)}
    />
  )
}

function Text({ name, text }: { readonly name: string; readonly text: StackText }) {
  return (
    <div className="mt-2">
      <div className="flex items-center justify-between gap-2">
        <span className="text-row text-ink-3 min-w-0">{text.title}</span>
        <CopyButton kind="quiet" className="shrink-0" label="Copy" text={() => text.text} />
      </div>
      {text.language === 'steps' ? (
        <Steps text={text.text} />
      ) : (
        <CodeBlock label={`${name}: ${text.title}`} text={text.text} />
      )}
      <a
        href={text.source.url}
        target="_blank"
        rel="noreferrer"
        className="text-row mt-1 inline-flex min-h-6 items-center"
      >
        {text.source.title}
      </a>
    </div>
  )
}

function Steps({ text }: { readonly text: string }) {
  return (
    <ol className="text-row list-decimal space-y-0.5 pl-5">
      {text.split('\n').map((step) => (
        <li key={step} className="max-w-[88ch] wrap-anywhere">
          {step}
        </li>
      ))}
    </ol>
  )
}
