// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/sandbox.h"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <initializer_list>
#include <memory>

#include "base/sanitized.h"

namespace tongxing::foreign {
namespace {

/// Memory, the end, what the C++ runtime does for exceptions and locks, the clock. None of them
/// reaches a file, a process or the network.
constexpr int harmless[] = {
    SCMP_SYS(brk),          SCMP_SYS(mmap),          SCMP_SYS(munmap),
    SCMP_SYS(mremap),       SCMP_SYS(madvise),       SCMP_SYS(mprotect),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(futex),        SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
    SCMP_SYS(time),         SCMP_SYS(getrandom),     SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_yield),  SCMP_SYS(getpid),        SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask)};

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

bool allow_descriptor(void* filter, int call, unsigned descriptor) {
  constexpr scmp_datum_t all_of_int = 0xFFFFFFFF;  // the upper half is the caller's rubbish
  const scmp_arg_cmp is_it{0, SCMP_CMP_MASKED_EQ, all_of_int, descriptor};
  return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &is_it) == 0;
}

/// What a sanitizer needs to say what it found.
bool allow_reports(void* filter) {
  for (const int call : {SCMP_SYS(sigaltstack), SCMP_SYS(readlink), SCMP_SYS(prctl)})
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  return allow_descriptor(filter, SCMP_SYS(write), 2);
}

bool load_filter() {
  const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return false;
  for (const int call : harmless)
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  for (const int call : {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2)})
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call, 0) != 0) return false;
  if (!allow_descriptor(filter.get(), SCMP_SYS(read), 0) ||
      !allow_descriptor(filter.get(), SCMP_SYS(write), 1))
    return false;
  if (sanitized && !allow_reports(filter.get())) return false;
  return seccomp_load(filter.get()) == 0;  // sets PR_SET_NO_NEW_PRIVS too
}

}  // namespace

bool enter_sandbox() {
  const rlimit none{0, 0};
  return setrlimit(RLIMIT_NOFILE, &none) == 0 && setrlimit(RLIMIT_CORE, &none) == 0 &&
         prctl(PR_SET_DUMPABLE, 0) == 0 && load_filter();
}

}  // namespace tongxing::foreign
