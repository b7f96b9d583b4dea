import type { FormEvent } from 'react'
import type { PersonNeed } from '../../protocol/index.ts'
import { Button } from '../parts/button.tsx'
import { Field, TextArea, TextInput } from '../parts/field.tsx'

const LABELS: { readonly [field in PersonNeed['field']]: string } = {
  'client-id': 'Client id',
  'client-secret': 'Client secret (stays in this tab)',
  'private-key': 'Private key, PKCS#8 PEM or JWK (stays in this tab)',
  issuer: 'Authorization server (its issuer identifier)',
  scope: 'Scope',
}

type AnswerFormProps = {
  readonly field: string
  readonly onAnswer: (field: PersonNeed['field'], value: string) => void
}

/** The one field that the walk needs from the person to go on. */
export function AnswerForm({ field, onAnswer }: AnswerFormProps) {
  if (!isNeed(field)) return null
  function answer(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const value = new FormData(event.currentTarget).get('answer')
    if (typeof value === 'string' && isNeed(field)) onAnswer(field, value.trim())
  }
  return (
    <form onSubmit={answer} className="mt-3 flex max-w-160 items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field label={LABELS[field]}>
          {(described) =>
            field === 'private-key' ? (
              <TextArea {...described} name="answer" required masked />
            ) : (
              <TextInput
                {...described}
                name="answer"
                required
                type={field === 'client-secret' ? 'password' : 'text'}
              />
            )
          }
        </Field>
      </div>
      <Button kind="primary" type="submit">
        Go on
      </Button>
    </form>
  )
}

function isNeed(field: string): field is PersonNeed['field'] {
  return Object.hasOwn(LABELS, field)
}
