import type { core } from 'zod'

/** Why a schema refuses a value, as one clause: "must be a whole number", "must be 100000 at most". */
export function refused(issue: core.$ZodIssue): string {
  if (issue.code === 'too_big') return `must be ${bound(issue, issue.maximum, 'below', 'at most')}`
  if (issue.code === 'too_small')
    return `must be ${bound(issue, issue.minimum, 'above', 'at least')}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type')
    return `must be ${kinds[issue.expected as keyof typeof kinds] ?? `a ${issue.expected}`}`
  return issue.message
}

const kinds = {
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  string: 'a word',
} as const

const bound = (
  { inclusive }: { readonly inclusive?: boolean | undefined },
  limit: number | bigint,
  beyond: string,
  upTo: string,
) => (inclusive === false ? `${beyond} ${limit}` : `${upTo} ${limit}`)
