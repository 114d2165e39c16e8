import { z } from 'zod'
import { exitCodes, UserError } from '../user-error.ts'

/** A finding that somebody answers for, until a day. */
export const waiverSchema = z.strictObject({
  /** The rule's name, such as `gif-present`. */
  rule: z.string(),
  /** The paper or folder that it is for. */
  subject: z.string(),
  reason: z.string().min(1),
  owner: z.string().min(1),
  /** The last day on which it holds. */
  expires: z.iso.date(),
})

export const waiversSchema = z.array(waiverSchema)

export type Waiver = z.output<typeof waiverSchema>

/** Where a checkout keeps the waivers that it grants its own papers. */
export const waiversPath = 'audits/waivers.json'

/** The waivers that the file's text holds; none where there is no file. Throws UserError on another text. */
export function waiversIn(text: string | null): readonly Waiver[] {
  if (text === null) return []
  try {
    return waiversSchema.parse(JSON.parse(text))
  } catch {
    throw new UserError(
      `${waiversPath} is no list of waivers, each with rule, subject, reason, owner and expires (a date)`,
      exitCodes.couldNotRun,
    )
  }
}

/** The waiver that covers a rule of a subject on a day (ISO date); undefined when none does. */
export function waiverFor(
  waivers: readonly Waiver[],
  {
    rule,
    subject,
    today,
  }: { readonly rule: string; readonly subject: string; readonly today: string },
): Waiver | undefined {
  return waivers.find(
    (waiver) => waiver.rule === rule && waiver.subject === subject && waiver.expires >= today,
  )
}
