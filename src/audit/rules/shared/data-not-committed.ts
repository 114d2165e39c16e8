import { everySubject, type Rule } from '../../rule.ts'

/** Datasets by their usual names. */
const dataset =
  /(^|\/)((train|t10k|test)-(images|labels)[-.][^/]*|[^/]*idx[1-4]-u?byte[^/]*|(mnist|fashion-?mnist|cifar-?10+|svhn|emnist|kmnist|usps)[^/]*\.(npz|npy|pkl|pickle|gz|tgz|zip|tar|csv|mat|h5|hdf5|parquet|pt|bin|arff|txt)(\.gz)?|data_batch_\d|test_batch|(train|test)_32x32\.mat)$/i
/** Arrays and archives: small ones may be weights or curves of a run. */
const arrays =
  /\.(npz|npy|pkl|pickle|h5|hdf5|mat|parquet|feather|arrow|tfrecords?|pt|pth|bin|csv|tsv|gz|tgz|tar|zip|7z|xz|bz2|arff|lmdb|mdb)$/i
const largest = 1024 * 1024

export const rule: Rule = {
  clause: 'DATA-2',
  severity: 'MUST',
  exceptForOthers: 'a large file that is no known dataset is a SHOULD',
  says: 'No dataset is committed.',
  because:
    'a copy cannot be told from what its publisher gives, and its licence is not ours to pass on',
  appliesTo: everySubject,
  example: {
    passes: 'a script that downloads and verifies',
    fails: 'data/train-images-idx3-ubyte.gz',
  },
  check: ({ files }) => ({
    read: `the names and sizes of ${files.length} files`,
    lookedFor: `names of datasets, and arrays or archives of more than ${largest} bytes`,
    findings: files
      .filter(({ kind }) => kind === 'file')
      .flatMap(({ path, bytes: own, pointsTo }) => {
        const { bytes } = pointsTo ?? { bytes: own }
        if (dataset.test(path))
          return [{ what: `${path} is data: let the program fetch and verify it`, at: { path } }]
        return arrays.test(path) && bytes > largest
          ? [
              {
                what: `${path} has ${bytes} bytes, and ${largest} are the most for an array or an archive that a run leaves: let the program make it`,
                at: { path },
                forOthers: 'SHOULD' as const,
              },
            ]
          : []
      }),
  }),
}
