import { z } from 'zod'
import { goldenSchema } from './golden.ts'
import { runRecordSchema } from './record.ts'

/** JSON Schemas of the files we write, by path in the checkout: for whoever reads them elsewhere. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'golden/schemas/record.schema.json': schemaText(runRecordSchema, 'A run of assay'),
    'golden/schemas/golden.schema.json': schemaText(goldenSchema, 'Accepted runs of assay'),
  }
}

/** Of the encoded form: numbers as they stand in the file. */
function schemaText(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}
