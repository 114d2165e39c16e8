import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Paper } from '../../papers/paper.ts'
import { exitCodes, UserError } from '../../user-error.ts'
import { pagesAbove } from '../gather/pages-above.ts'
import { type Review, readReview } from '../review/review-json.ts'
import type { GivenReview } from '../review/reviewed.ts'
import { plainText } from '../text/plain-text.ts'
import { folderOf } from './packet.ts'

/** Larger files are no reviews. */
const largest = 4 * 1024 * 1024

/**
 * The reviews of each subject, by the folder that each names. Throws UserError when a file cannot be
 * read, is no review, is given twice, or is one of another folder.
 */
export function reviewsOf(
  files: readonly string[],
  subjects: readonly (Paper | string)[],
): (subject: Paper | string) => GivenReview[] {
  const read = files.map((path) => ({ path, review: readReview(textOf(path), path) }))
  const first = new Map<string, string>()
  for (const { path, review } of read) {
    const key = JSON.stringify(review)
    const before = first.get(key)
    if (before !== undefined)
      throw new UserError(plainText(`${path} is the review ${before} once more: name it once`))
    first.set(key, path)
  }
  const names = subjects.map(nameOf)
  for (const { path, review } of read)
    if (!names.includes(review.read.folder))
      throw new UserError(
        plainText(
          `${path} is a review of ${review.read.folder}, and ${names.join(', ')} is audited: name the folder that was read`,
        ),
      )
  return (subject) => {
    const own: Review[] = read
      .filter(({ review }) => review.read.folder === nameOf(subject))
      .map(({ review }) => review)
    const pages = own.length > 0 ? pagesAbove(folderOf(subject)) : []
    return own.map((review) => ({ review, pagesAbove: pages }))
  }
}

const nameOf = (subject: Paper | string) =>
  typeof subject === 'string' ? basename(resolve(subject)) : subject.slug

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path)
    if (bytes.length <= largest) return bytes.toString('utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`
    throw new UserError(`The review ${plainText(path)} ${why}`, exitCodes.usage)
  }
  throw new UserError(`The review ${plainText(path)} has more than 4 MB: it is none`)
}
