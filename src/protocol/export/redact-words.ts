import type { RunSecrets } from '../run/config.ts'
import { createEraser } from './eraser.ts'
import { type Pseudonyms, createPseudonyms } from './pseudonyms.ts'
import { redactText } from './secret-texts.ts'

/**
 * A program's own words about a run, without its secrets: those that the person gave are replaced wherever they stand,
 * and tokens by their shape.
 */
export function redactWords(words: string, secrets: RunSecrets): string {
  const pseudonyms = createPseudonyms([words])
  name(secrets, pseudonyms)
  return redactText(createEraser(pseudonyms.known)(words), pseudonyms)
}

function name({ clientSecret, privateKey, headers }: RunSecrets, pseudonyms: Pseudonyms): void {
  if (clientSecret !== undefined) pseudonyms.for('client-secret', clientSecret)
  if (privateKey !== undefined) pseudonyms.for('client-secret', privateKey)
  for (const [, value] of headers ?? []) pseudonyms.for('header', value)
}
