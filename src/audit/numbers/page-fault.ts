/** What is wrong on a page, and on which line of it. */
export interface PageFault {
  readonly line: number
  readonly what: string
}
