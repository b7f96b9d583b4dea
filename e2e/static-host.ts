import { existsSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { extname, join } from 'node:path'
import { PAGE_FOLDER } from './journey.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** The built page as any static host serves it: files under a sub-path, and nothing of our own server. */
export function hostStatically(path: string, folder = PAGE_FOLDER): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname.slice(path.length) || 'index.html'
    const file = join(folder, name)
    if (!pathname.startsWith(path) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' })
    response.end(readFileSync(file))
  }
}
