import { z } from 'zod'
import { goldenSchema } from './golden.ts'
import { runRecordSchema } from './record.ts'

/**
 * JSON Schemas of the files that we write, by path in the checkout, for programs that read these
 * files elsewhere.
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'golden/schemas/record.schema.json': schemaText(runRecordSchema, 'A run of assay'),
    'golden/schemas/golden.schema.json': schemaText(goldenSchema, 'Accepted runs of assay'),
  }
}

/** The schema of the encoded form, with numbers as they are written in the file. */
function schemaText(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}
