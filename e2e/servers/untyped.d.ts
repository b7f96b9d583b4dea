/** The package has no types of its own: this is what the servers here use of it. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Context = { body: unknown }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>)
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): RequestListener
  }

  export const errors: { readonly InvalidTarget: new () => Error }
}
