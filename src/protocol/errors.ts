import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi'

/** What oauth4webapi, a strict client, objects to. */
export type Objection = {
  /** The library's stable code, or the OAuth error code of the answer. */
  readonly code: string
  readonly message: string
}

/**
 * Puts an error of oauth4webapi into our terms. Gives undefined for anything that the library does not throw about an
 * answer, so that the caller can throw it on.
 */
export function toObjection(error: unknown): Objection | undefined {
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) {
    return { code: error.error, message: error.error_description ?? error.message }
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return { code: 'www_authenticate', message: error.message }
  }
  if (error instanceof OperationProcessingError || error instanceof UnsupportedOperationError) {
    return { code: error.code ?? error.name, message: error.message }
  }
  if (error instanceof TypeError) return { code: 'type', message: error.message }
  return undefined
}
