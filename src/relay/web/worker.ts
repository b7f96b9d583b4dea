/**
 * The relay for a host that calls `fetch(request, environment)` of a module: Cloudflare Workers, Deno, Bun. Built, this
 * file is dist/worker/relay-worker.js and imports nothing.
 */
import { makeWorker } from './worker-settings.ts'

const serve = makeWorker((entry) => console.log(JSON.stringify(entry)))

// oxlint-disable-next-line import/no-default-export -- this is what such a host looks for
export default {
  fetch: (request: Request, environment?: unknown): Promise<Response> =>
    serve(request, environment ?? Reflect.get(globalThis, 'process')?.env),
}
