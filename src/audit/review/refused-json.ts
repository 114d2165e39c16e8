import type { core } from 'zod'

/** Where a review is not one and why, as one clause; places are counted from 1: "entries 2, line". */
export function refusedJson(issue: core.$ZodIssue): string {
  const at = issue.path
    .map((key) => (typeof key === 'number' ? ` ${key + 1}` : `, ${String(key)}`))
    .join('')
    .replace(/^, /, '')
  return at === '' ? why(issue) : `at ${at}: ${why(issue)}`
}

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  record: 'an object',
  object: 'an object',
}

function why(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it must be ${kinds[issue.expected] ?? `a ${issue.expected}`}, and ${issue.message.endsWith('received undefined') ? 'is missing' : 'is something else'}`
    case 'invalid_value':
      return `it must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `${issue.keys.join(', ')} is nothing that a review has`
    case 'too_small':
      return `it must be ${bound(issue.origin, issue.minimum, 'at least', issue.exact)}`
    case 'too_big':
      return `it must be ${bound(issue.origin, issue.maximum, 'at most', issue.exact)}`
    case 'invalid_key':
      return 'it has a name that is empty or too long'
    default:
      return `it ${issue.message}`
  }
}

function bound(origin: string, limit: number | bigint, least: string, isExact = false): string {
  const many = isExact ? 'exactly' : least
  if (origin === 'string') return `${many} ${limit} ${limit === 1 ? 'letter' : 'letters'} long`
  if (origin === 'array') return `a list of ${many} ${limit}`
  return origin === 'number' || origin === 'int'
    ? `${limit === 0 ? 'above 0' : `${many} ${limit}`}`
    : `${many} ${limit}`
}
