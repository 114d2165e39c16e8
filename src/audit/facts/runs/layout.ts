/** How people name what a record holds. Keys are compared by their whole name. */

/** Fields whose words name an arm. */
export const armFields =
  /^(arm|model|variant|method|condition|algorithm|network|net|system|label|kind|name)$/i

/** Objects of settings: their numbers are no results. */
export const settingFields =
  /^(config|configuration|args|arguments|settings|hyper_?parameters?|hyper_?params?|hparams|params|parameters|options|env|environment|provenance|machine|versions)$/i

export const seedField = /^((random|rng|np|numpy|torch|data|base)_?)?seed$/i

/** Lists of seeds, and objects whose keys are seeds. */
export const seedLists = /^(by_?|per_?|random_?)?seeds?$|^seed_?(runs|results|list)$/i

/** Keys that tell where in a file something lies and not what it is. */
export const containers =
  /^(runs?|results?|records?|metrics?|seeds?|by_?seed|per_?seed|by_?arm|arms|models|summary|headline|final|data|experiments?|trials?|rows|history|histories|curves?|logs?|outputs?|stats|statistics|scores?|performance|values?|aggregates?|overall)$/i

/** "acc_per_seed" is acc, and so is "final_acc" where nothing else is. */
export const withoutSeeds = (key: string) => key.replace(/_?(per|by|all|each)_?seeds?$/i, '') || key
export const withoutTime = (key: string) =>
  key.replace(/^(final|last|end)_(?=.)|_(final|history|curve)$/gi, '') || key

/** Parts of the data, and times in a run: "test" is no arm. */
export const partsOfRun =
  /^(train|training|test|testing|val|valid|validation|eval|evaluation|dev|holdout|start|initial|before|after|end|last|best|epochs?|steps?)$/i

/** Numbers that set up a run, and tell apart what else has one name: "depth": 30. */
export const qualifiers =
  /^(n_?)?(depth|width|layers?|hidden|units|length|len|size|lag|delay|horizon|noise|lr|learning_?rate|momentum|dropout|batch(_?size)?|order|objects|dims?|k|n|t|p)$/i
