// The kernels for Node, through Node-API: no more than a way in. Operands go through memory (see
// kernels.h), so that a call takes one small number from JavaScript.

#include <node_api.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "kernels.h"

#define KERNEL_NAME(kernel) #kernel,
static const char *const kernel_names[KERNEL_COUNT] = {EACH_KERNEL(KERNEL_NAME)};

#if defined(__x86_64__)
static double seconds(void) {
  struct timespec now;
  timespec_get(&now, TIME_UTC);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/** The least time that a small product takes with a set. */
static double time_of(const InstructionSet *set) {
  enum { SIDE = 64, REPEATS = 12 };
  static const size_t bytes = SIDE * SIDE * sizeof(float);
  char *matrices = calloc(3, bytes);
  if (matrices == NULL) return 0;
  const double box[12] = {0, (double)bytes, 2 * (double)bytes, 0, SIDE, 1, SIDE, 1,
                          SIDE, SIDE, SIDE, 0};
  double least = 1;
  for (int i = 0; i < REPEATS; i++) {
    const double began = seconds();
    set->f32[kernel_matmul](matrices, box);
    const double taken = seconds() - began;
    if (taken < least) least = taken;
  }
  free(matrices);
  return least;
}
#endif

enum { SET_COUNT = 3 };

/** The sets that this processor has, the one to take first: how many, and which. */
typedef struct {
  uint32_t count;
  const InstructionSet *sets[SET_COUNT];
} Sets;

/**
 * The quickest first, as measured. The widest is not always: some processors run 512 bits in two
 * halves. Which one is taken changes no bit.
 */
static Sets sets_here(void) {
  Sets here = {0, {NULL}};
#if defined(__x86_64__)
  __builtin_cpu_init();
  const int avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                     __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
  const int avx2 = __builtin_cpu_supports("avx2");
  const int widest = avx512 && avx2 && time_of(&assay_avx512) < time_of(&assay_avx2);
  if (widest) here.sets[here.count++] = &assay_avx512;
  if (avx2) here.sets[here.count++] = &assay_avx2;
  if (avx512 && !widest) here.sets[here.count++] = &assay_avx512;
  here.sets[here.count++] = &assay_sse2;
#else
  here.sets[here.count++] = &assay_neon;
#endif
  return here;
}

/** Found out once a process; two threads that do it at once find the same sets. */
static const Sets *sets(void) {
  static Sets found;
  static _Atomic int known = 0;
  static _Atomic int writing = 0;
  while (!known) {
    int nobody = 0;
    if (!atomic_compare_exchange_strong(&writing, &nobody, 1)) continue;
    found = sets_here();
    known = 1;
  }
  return &found;
}

/** One thread's way into one memory. */
typedef struct {
  char *memory;
  const double *box;
  const Kernel *kernels;
  napi_ref kept;
} Way;

static napi_value run(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  void *data;
  uint32_t kernel;
  if (napi_get_cb_info(env, info, &count, &argument, NULL, &data) != napi_ok ||
      napi_get_value_uint32(env, argument, &kernel) != napi_ok || kernel >= KERNEL_COUNT) {
    napi_throw_range_error(env, NULL, "No such kernel");
    return NULL;
  }
  const Way *way = data;
  way->kernels[kernel](way->memory, way->box);
  return NULL;
}

static void forget(napi_env env, void *data, void *hint) {
  (void)hint;
  Way *way = data;
  napi_delete_reference(env, way->kept);
  free(way);
}

/**
 * attach(memory: Uint8Array, box: number, single: boolean, set: number): (kernel: number) => void.
 * `set` is the place of an instruction set in `instructionSets`.
 */
static napi_value attach(napi_env env, napi_callback_info info) {
  size_t count = 4, length, offset;
  napi_value arguments[4], function;
  uint32_t set;
  napi_typedarray_type type;
  double box;
  bool single;
  Way *way = malloc(sizeof *way);
  if (way == NULL || napi_get_cb_info(env, info, &count, arguments, NULL, NULL) != napi_ok ||
      napi_get_typedarray_info(env, arguments[0], &type, &length, (void **)&way->memory, NULL,
                               &offset) != napi_ok ||
      type != napi_uint8_array || napi_get_value_double(env, arguments[1], &box) != napi_ok ||
      napi_get_value_bool(env, arguments[2], &single) != napi_ok ||
      napi_get_value_uint32(env, arguments[3], &set) != napi_ok || set >= sets()->count ||
      napi_create_reference(env, arguments[0], 1, &way->kept) != napi_ok) {
    free(way);
    napi_throw_type_error(
        env, NULL, "attach(memory: Uint8Array, box: number, single: boolean, set: number)");
    return NULL;
  }
  way->box = (const double *)(way->memory + (size_t)box);
  way->kernels = single ? sets()->sets[set]->f32 : sets()->sets[set]->f64;
  if (napi_create_function(env, "run", NAPI_AUTO_LENGTH, run, way, &function) != napi_ok ||
      napi_add_finalizer(env, function, way, forget, NULL, NULL) != napi_ok) {
    forget(env, way, NULL);
    napi_throw_error(env, NULL, "No memory for a way into the kernels");
    return NULL;
  }
  return function;
}

/** peak(rounds: number): number, the operations done. */
static napi_value peak(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument, result;
  double rounds;
  if (napi_get_cb_info(env, info, &count, &argument, NULL, NULL) != napi_ok ||
      napi_get_value_double(env, argument, &rounds) != napi_ok) {
    napi_throw_type_error(env, NULL, "peak(rounds: number)");
    return NULL;
  }
  return napi_create_double(env, sets()->sets[0]->peak(rounds), &result) == napi_ok ? result : NULL;
}

/** A thread that ends takes its working areas along. */
static void end(void *data) {
  (void)data;
  for (uint32_t i = 0; i < sets()->count; i++) sets()->sets[i]->end();
}

NAPI_MODULE_INIT() {
  napi_value names, name, function;
  napi_create_array_with_length(env, KERNEL_COUNT, &names);
  for (uint32_t i = 0; i < KERNEL_COUNT; i++) {
    napi_create_string_utf8(env, kernel_names[i], NAPI_AUTO_LENGTH, &name);
    napi_set_element(env, names, i, name);
  }
  napi_set_named_property(env, exports, "kernels", names);
  napi_create_array_with_length(env, sets()->count, &names);
  for (uint32_t i = 0; i < sets()->count; i++) {
    napi_create_string_utf8(env, sets()->sets[i]->name, NAPI_AUTO_LENGTH, &name);
    napi_set_element(env, names, i, name);
  }
  napi_set_named_property(env, exports, "instructionSets", names);
  napi_create_function(env, "attach", NAPI_AUTO_LENGTH, attach, NULL, &function);
  napi_set_named_property(env, exports, "attach", function);
  napi_create_function(env, "peak", NAPI_AUTO_LENGTH, peak, NULL, &function);
  napi_set_named_property(env, exports, "peak", function);
  napi_add_env_cleanup_hook(env, end, NULL);
  return exports;
}
