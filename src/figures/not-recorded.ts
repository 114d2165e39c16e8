/**
 * Thrown when a picture needs a value that its runs do not hold. The message is one sentence that
 * names the run.
 */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded'
}
