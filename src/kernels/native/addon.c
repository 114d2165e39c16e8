// The kernels for Node, through Node-API: no more than a way in. Operands go through memory (see
// kernels.h), so that a call takes one small number from JavaScript.

#include <node_api.h>
#include <stdlib.h>

#include "kernels.h"

static const char *const operations[KERNEL_COUNT] = {
    "matmul",      "addBias",        "columnSums",   "exp",
    "tanh",        "tanhBackward",   "sigmoid",      "sigmoidBackward",
    "relu",        "reluBackward",   "lwta",         "lwtaBackward",
    "highwayGate", "highwayGateBackward", "softmax", "softmaxCrossEntropy",
    "squaredBlocks", "fill",         "fillUniform",  "add",
    "scale",       "addScaled",      "sgd",          "heavyBall",
    "nesterov",    "nesterovRateInVelocity", "adam", "smoothFields",
    "warp"};

/** The widest set that this processor has. */
static const InstructionSet *widest(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    return &assay_avx512;
  if (__builtin_cpu_supports("avx2")) return &assay_avx2;
  return &assay_sse2;
#else
  return &assay_neon;
#endif
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
  uint32_t operation;
  if (napi_get_cb_info(env, info, &count, &argument, NULL, &data) != napi_ok ||
      napi_get_value_uint32(env, argument, &operation) != napi_ok || operation >= KERNEL_COUNT) {
    napi_throw_range_error(env, NULL, "No such kernel");
    return NULL;
  }
  const Way *way = data;
  way->kernels[operation](way->memory, way->box);
  return NULL;
}

static void forget(napi_env env, void *data, void *hint) {
  (void)hint;
  Way *way = data;
  napi_delete_reference(env, way->kept);
  free(way);
}

/** attach(memory: Uint8Array, box: number, single: boolean): (operation: number) => void */
static napi_value attach(napi_env env, napi_callback_info info) {
  size_t count = 3, length, offset;
  napi_value arguments[3], function;
  napi_typedarray_type type;
  double box;
  bool single;
  Way *way = malloc(sizeof *way);
  if (way == NULL || napi_get_cb_info(env, info, &count, arguments, NULL, NULL) != napi_ok ||
      napi_get_typedarray_info(env, arguments[0], &type, &length, (void **)&way->memory, NULL,
                               &offset) != napi_ok ||
      type != napi_uint8_array || napi_get_value_double(env, arguments[1], &box) != napi_ok ||
      napi_get_value_bool(env, arguments[2], &single) != napi_ok ||
      napi_create_reference(env, arguments[0], 1, &way->kept) != napi_ok) {
    free(way);
    napi_throw_type_error(env, NULL, "attach(memory: Uint8Array, box: number, single: boolean)");
    return NULL;
  }
  const InstructionSet *set = widest();
  way->box = (const double *)(way->memory + (size_t)box);
  way->kernels = single ? set->f32 : set->f64;
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
  return napi_create_double(env, widest()->peak(rounds), &result) == napi_ok ? result : NULL;
}

NAPI_MODULE_INIT() {
  napi_value names, name, function;
  napi_create_array_with_length(env, KERNEL_COUNT, &names);
  for (uint32_t i = 0; i < KERNEL_COUNT; i++) {
    napi_create_string_utf8(env, operations[i], NAPI_AUTO_LENGTH, &name);
    napi_set_element(env, names, i, name);
  }
  napi_set_named_property(env, exports, "operations", names);
  napi_create_string_utf8(env, widest()->name, NAPI_AUTO_LENGTH, &name);
  napi_set_named_property(env, exports, "instructionSet", name);
  napi_create_function(env, "attach", NAPI_AUTO_LENGTH, attach, NULL, &function);
  napi_set_named_property(env, exports, "attach", function);
  napi_create_function(env, "peak", NAPI_AUTO_LENGTH, peak, NULL, &function);
  napi_set_named_property(env, exports, "peak", function);
  return exports;
}
