import type { Environment } from '../flow/secrets.ts'

/** Whom a consent module signs in as. It comes from the environment, never from a file or the command line. */
export type Account = { readonly user: string; readonly password: string }

/** The variables that hold an account: `FLOW_USER` and `FLOW_PASSWORD`, or with the account's name at their end. */
export function accountVariables(name: string | undefined): readonly [string, string] {
  const end = name === undefined ? '' : `_${name}`
  return [`FLOW_USER${end}`, `FLOW_PASSWORD${end}`]
}

/** Reads an account; undefined where one of its variables is not set. */
export function readAccount(
  environment: Environment,
  name: string | undefined,
): Account | undefined {
  const [user, password] = accountVariables(name).map((variable) => environment[variable] ?? '')
  return user && password ? { user, password } : undefined
}

/** Words without the password: what a browser says of a field may quote what was typed. */
export function withoutPassword(words: string, account: Account | undefined): string {
  return account ? words.replaceAll(account.password, '(password)') : words
}
