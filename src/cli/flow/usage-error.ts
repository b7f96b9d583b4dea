/** Something that whoever started the runner wrote wrongly, in one line that names the option. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
