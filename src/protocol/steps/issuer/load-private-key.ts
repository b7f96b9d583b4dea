import type { StepContext } from '../../run/step.ts'

/** The client's own key, read by code that is loaded with the first key: most clients have none. */
export async function loadPrivateKey({ secrets }: StepContext) {
  const { readPrivateKey } = await import('./client-key.ts')
  return readPrivateKey(secrets.privateKey ?? '')
}
