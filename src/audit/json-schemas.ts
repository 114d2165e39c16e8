import { z } from 'zod'
import { auditReportSchema } from './report.ts'
import { reviewSchema } from './review/review-json.ts'
import { assayJsonSchema } from './stub/assay-json.ts'
import { waiversSchema } from './waiver.ts'
import { catalogueAuditSchema } from './writers/stub-catalogue.ts'

/** JSON Schemas of what an audit reads and writes, by path in the checkout. */
export function auditJsonSchemas(): Readonly<Record<string, string>> {
  return {
    'audits/schemas/audit.schema.json': schemaText(auditReportSchema, 'An audit of assay'),
    'audits/schemas/catalogue-audit.schema.json': schemaText(
      catalogueAuditSchema,
      'An audit of assay, of a catalogue',
    ),
    'audits/schemas/assay-json.schema.json': schemaText(
      assayJsonSchema,
      'assay.json: how a reproduction is run, and what it claims',
    ),
    'audits/schemas/review.schema.json': schemaText(
      reviewSchema,
      'What a person or an agent answers to assay review',
    ),
    'audits/schemas/waivers.schema.json': schemaText(waiversSchema, 'Waivers of audit findings'),
  }
}

/** Of the encoded form: numbers as they stand in the file. */
function schemaText(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}
