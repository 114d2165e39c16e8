import type { core } from 'zod'

/** Why a schema refuses what is called so: "epochs must be a whole number"; or in the words of the schema. */
export function refused(name: string, issue: core.$ZodIssue): string {
  const must = bounds(issue)
  return must === null ? `${name}: ${issue.message}` : `${name} ${must}`
}

function bounds(issue: core.$ZodIssue): string | null {
  if (issue.code === 'too_big') return `must be ${bound(issue, issue.maximum, 'below', 'at most')}`
  if (issue.code === 'too_small')
    return `must be ${bound(issue, issue.minimum, 'above', 'at least')}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type')
    return `must be ${kinds[issue.expected as keyof typeof kinds] ?? `a ${issue.expected}`}`
  return null
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
