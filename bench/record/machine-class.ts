import type { Machine } from '../../src/records/provenance.ts'

/**
 * The name of the history that a machine's times belong to: processor, cores and instruction set,
 * such as "amd-epyc-9b14-2-cores-x64". Trademark signs and clock rates in the model's name are left
 * out.
 */
export function machineClass({
  cpu,
  cores,
  arch,
}: Pick<Machine, 'cpu' | 'cores' | 'arch'>): string {
  const model = cpu
    .replace(/\((r|tm|c)\)/gi, ' ')
    .replace(/@.*$/, ' ')
    .replace(/\b(cpu|processor|\d+-core)\b/gi, ' ')
  return slug(`${model} ${cores} ${cores === 1 ? 'core' : 'cores'} ${arch}`)
}

const slug = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
