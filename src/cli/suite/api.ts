// What people's own suites see. The build makes dist/node/e2e.d.ts of this file as it stands, so it imports
// nothing but @playwright/test.
import type {
  Browser,
  Expect,
  MatcherReturnType,
  Page,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test'

/** How a server is to be walked: what `npm run flow` takes, by the names of a targets file. */
export type FlowOptions = {
  /** For reports and file names; made of the server's address where nothing is said. */
  readonly name?: string
  readonly revision?: string
  /** The client to walk as, such as `spec` or `claude-ai`. */
  readonly client?: string
  readonly transport?: 'auto' | 'direct' | 'relay'
  readonly scope?: string
  readonly resource?: string
  readonly clientId?: string
  readonly clientSecret?: string
  /** PKCS #8, in PEM. */
  readonly privateKey?: string
  readonly clientAuthentication?: string
  readonly cimd?: string
  readonly issuer?: string
  readonly grant?: 'authorization_code' | 'client_credentials'
  readonly call?: string
  readonly arguments?: Readonly<Record<string, unknown>>
  readonly header?: string | readonly string[]
  readonly refresh?: boolean
  readonly probes?: boolean
  readonly revoke?: boolean
  readonly survey?: boolean
  readonly storageState?: string
  /** Milliseconds; where nothing is said, what the test has, else a minute. */
  readonly timeout?: number
  /** Drives the page that shows the authorization server: signs in and allows. */
  readonly consent?: (
    page: Page,
    target: { readonly name: string; readonly server: string },
  ) => Promise<void>
}

/** A rule that is broken. */
export type FlowFinding = {
  /** The code, such as `PRM-07`. */
  readonly rule: string
  readonly name: string
  readonly title: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly says: string
  readonly fix: string | null
  /** The proof in words: `response header WWW-Authenticate of POST https://a.example/mcp`. */
  readonly at: string | null
  readonly spec: readonly { readonly title: string; readonly url: string }[]
}

/** What is foretold of a real client. */
export type FlowClient = {
  readonly id: string
  readonly name: string
  readonly verdict: 'works' | 'fails' | 'unknown'
  readonly why: string
  readonly flip: string | null
}

/** A walk that has ended. */
export type FlowRun = {
  readonly server: string
  /** Null when the page could not tell of its run; `problem` then says why. */
  readonly status: 'passed' | 'failed' | 'stopped' | null
  readonly step: string | null
  readonly cause: string | null
  readonly summary: string | null
  readonly fix: string | null
  readonly problem: string | null
  readonly hint: string | null
  readonly tools: readonly string[]
  readonly findings: readonly FlowFinding[]
  readonly clients: readonly FlowClient[]
  /** The run document, without secrets; null when there is none. */
  readonly document: Readonly<Record<string, unknown>> | null
}

export type Flow = (server: string, options?: FlowOptions) => Promise<FlowRun>

/** Matchers for a run; what they say is the verdict with its cause, fix and evidence. */
export type FlowMatchers = {
  toReachTools(run: FlowRun): MatcherReturnType
  toHaveNoErrors(run: FlowRun): MatcherReturnType
  /** The walk ended by this rule: `toHaveCause('ASM-03')`. */
  toHaveCause(run: FlowRun, rule: string): MatcherReturnType
  /** A real client is foretold to get in: `toLetIn('claude-ai')`. */
  toLetIn(run: FlowRun, client: string): MatcherReturnType
}

/** Playwright's `test` with `flow`, which walks in the browser of the test. */
export type FlowTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & { flow: Flow },
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & { flowPage: string }
>

export type FlowExpect = Expect<FlowMatchers>

/** Walks a server outside of a fixture: in the browser that is given, else in one of its own. */
export type FlowAlone = (
  server: string,
  options?: FlowOptions & { readonly browser?: Browser },
) => Promise<FlowRun>
