type Reader = { readonly text: string; at: number }

/** Splits a command line into words as a POSIX shell does: quotes, backslashes, continued lines. Nothing is expanded. */
export function toShellWords(line: string): readonly string[] {
  const reader: Reader = { text: line.replaceAll(/\\\r?\n/g, ' '), at: 0 }
  const words: string[] = []
  while (skipSpace(reader)) words.push(readWord(reader))
  return words
}

function skipSpace(reader: Reader): boolean {
  while (/\s/.test(reader.text.charAt(reader.at))) reader.at++
  return reader.at < reader.text.length
}

function readWord(reader: Reader): string {
  let word = ''
  while (reader.at < reader.text.length && !/\s/.test(reader.text.charAt(reader.at))) {
    word += readPiece(reader)
  }
  return word
}

function readPiece(reader: Reader): string {
  const character = reader.text.charAt(reader.at++)
  if (character === '\\') return reader.text.charAt(reader.at++)
  if (character === "'") return readUntil(reader, "'")
  if (character === '"') return readDoubleQuoted(reader)
  if (character === '$' && reader.text.charAt(reader.at) === "'") {
    reader.at++
    return readUntil(reader, "'")
  }
  return character
}

function readUntil(reader: Reader, end: string): string {
  const close = reader.text.indexOf(end, reader.at)
  const to = close === -1 ? reader.text.length : close
  const inside = reader.text.slice(reader.at, to)
  reader.at = to + 1
  return inside
}

function readDoubleQuoted(reader: Reader): string {
  let inside = ''
  while (reader.at < reader.text.length) {
    const character = reader.text.charAt(reader.at++)
    if (character === '"') return inside
    if (character === '\\' && /["\\$`]/.test(reader.text.charAt(reader.at))) {
      inside += reader.text.charAt(reader.at++)
    } else inside += character
  }
  return inside
}
