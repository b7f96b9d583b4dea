import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { headersFor, parseHeaderRules } from './host-headers.ts'

export type PageFile = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly zipped: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The built page by address, held in memory: a build that runs meanwhile takes no file away.
 * The meta elements are for the HTML documents, and are those that only a local server knows.
 */
export function readPage(
  folder: string,
  metas: Readonly<Record<string, string>>,
): ReadonlyMap<string, PageFile> {
  const rules = parseHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'))
  const files = new Map<string, PageFile>()
  for (const name of listFiles(folder)) {
    const path = `/${name}`
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    const stored = readFileSync(join(folder, name))
    const body = name.endsWith('.html') ? withMetas(stored, metas) : stored
    const headers = { 'Content-Type': type, ...headersFor(rules, path) }
    files.set(path, { headers, body, zipped: gzipSync(body) })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`${folder} holds no index.html; run "npm run build".`)
  return files.set('/', index)
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.startsWith('.') && name !== '_headers')
}

function withMetas(document: Buffer, metas: Readonly<Record<string, string>>): Buffer {
  const elements = Object.entries(metas).map(
    ([name, content]) => `<meta name="${name}" content="${escapeAttribute(content)}">`,
  )
  return Buffer.from(
    document.toString('utf8').replace('</head>', () => `${elements.join('')}</head>`),
  )
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
