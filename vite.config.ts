/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { clientDocument, parsePublicUrl } from './src/cli/local/client-document.ts'
import { devServers } from './src/cli/local/dev-servers.ts'
import { pagePolicy } from './src/cli/local/page-policy.ts'
import { suiteTypes } from './src/cli/local/suite-types.ts'

const { PUBLIC_URL = '' } = process.env
/** Where the page will be served, when the build is told. */
const publicUrl = PUBLIC_URL === '' ? null : parsePublicUrl(PUBLIC_URL)

/** What the engine shares with parts that load later stays in one file, apart from what the start screen needs. */
const WALK =
  /protocol\/(?:walk|engine|errors|export\/(?!reports|har|link|markdown|curl).*|steps\/(?!probes\/|mcp\/(?:tool-call|wider-scope|http-and-sse|lost-session|odd-contact|old-transport|refused|restart)|discovery\/(?:not-found|read-again)|issuer\/(?:client-key|refused-token|refresh-grant|revocation)).*|http\/(?!exchange|json\.).*|clients\/(?:spec|loaded)|spec\/(?!revisions).*|run\/(?!config|document|file|say-issue|behaviour\/redirects).*)\.ts|oauth4webapi|eventsource-parser/

/** The screen with a run, apart from what opens at a click. */
const SCREEN =
  /src\/ui\/(?:shell\/run-screen|timeline|known\/lazy-known|findings\/(?!for-your-stack|findings|jumps)|exchange\/(?:section|evidence-target|explained|inspector|jwt)|walk\/(?!rerun)|verdict\/(?!step-plan|answer-form|sign-in)|parts\/(?:key-values|code-block|copy-button|use-row-window|window-of-rows|splitter|tabs|marked-text|difference))/

/** What the start screen shares with all that loads later, in one file instead of a dozen small ones. */
const SHARED =
  /node_modules\/(?:react|react-dom|scheduler|zustand|@tanstack)\/|src\/(?:page|practice|relays|run-end|run-files|show-run|state\/(?:draft|place|use-store|view-store|shown-store|walker|run-store)|platform\/(?:page|page-fetch|saved-runs|download|theme)|protocol\/(?:index|clients\/(?:index|stale)|run\/config|spec\/revisions|http\/(?:exchange|json))|ui\/(?:parts\/(?:button|pick|icons|tag|tooltip|duration)|launch\/(?:use-launch|address|address-form|pasted|shell-words|settings-changes|blocked-ports|picks|transport-note|choices)|shell\/(?:theme-button|use-media|open-file-button)))\.tsx?$/

export default defineConfig({
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    pagePolicy(),
    clientDocument(publicUrl),
    devServers(),
    suiteTypes(),
  ],
  define: {
    APP_VERSION: JSON.stringify(readVersion()),
    PUBLIC_URL: JSON.stringify(publicUrl),
  },
  server: { port: 4280 },
  environments: {
    client: {
      build: {
        outDir: 'dist/page',
        manifest: true,
        modulePreload: { polyfill: false },
        license: { fileName: 'licenses.md' },
        rolldownOptions: {
          input: { index: 'index.html', callback: 'callback.html' },
          // Two files of the engine arrive side by side; the rules alone are half of it.
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                { name: 'shared', test: SHARED },
                { name: 'rules', test: /protocol\/rules\/(?!(?:[a-z]+\/)?why\.ts)/ },
                { name: 'walk', test: WALK },
                { name: 'screen', test: SCREEN },
              ],
            },
          },
        },
      },
    },
    node: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['playwright-core', '@playwright/test', 'vite'] },
      build: {
        outDir: 'dist/node',
        target: 'node20',
        copyPublicDir: false,
        license: { fileName: 'licenses.md' },
        rolldownOptions: {
          input: {
            start: 'src/cli/start.ts',
            flow: 'src/cli/flow.ts',
            program: 'src/cli/program.ts',
            relay: 'src/relay/relay-program.ts',
            e2e: 'src/cli/suite/e2e.ts',
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
    // A file of its own, as a worker is sent to its host as one.
    worker: {
      consumer: 'server',
      build: {
        outDir: 'dist/worker',
        target: 'es2023',
        copyPublicDir: false,
        rolldownOptions: {
          input: { 'relay-worker': 'src/relay/web/worker.ts' },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment)
      }
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // The main thread has next to nothing to do, and no test leaves anything behind that another would meet: a module
    // is loaded once for all of them, and not once for each file.
    maxWorkers: '100%',
    isolate: false,
  },
})

/** The version that run documents name. */
function readVersion(): string {
  const text = readFileSync(new URL('package.json', import.meta.url), 'utf8')
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? ''
}
