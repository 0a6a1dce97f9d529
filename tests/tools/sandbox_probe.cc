// SPDX-License-Identifier: GPL-3.0-or-later
// Tries, behind the walls, what a program taken over by a stranger's file would try, and says how
// each attempt ended: one line "attempt errno", errno 0 where it worked. `sandbox_probe memory`
// asks for memory until there is none; `sandbox_probe spin` runs for ever; `sandbox_probe wait`
// waits for ever.
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "foreign/sandbox.h"

namespace {

std::string report;

void tell(const char* attempt, long result) {
  report += std::string(attempt) + " " + std::to_string(result < 0 ? errno : 0) + "\n";
}

/// Straight to the kernel: no wrapper is asked first.
template <class... Arguments>
long call(long number, Arguments... arguments) {
  return syscall(number, arguments...);
}

void try_everything() {
  const char* file = "taken-over";
  tell("socket-inet", call(SYS_socket, AF_INET, SOCK_STREAM, 0));
  tell("socket-unix", call(SYS_socket, AF_UNIX, SOCK_STREAM, 0));
  int pair[2] = {};
  tell("socketpair", call(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, pair));
  tell("connect", call(SYS_connect, 0, nullptr, 0));
  tell("sendto", call(SYS_sendto, 1, "x", 1, 0, nullptr, 0));
  tell("open-read", call(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY, 0));
  tell("open-write", call(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT, 0600));
  tell("open-old", call(SYS_open, file, O_WRONLY | O_CREAT, 0600));
  tell("creat", call(SYS_creat, file, 0600));
  tell("memfd", call(SYS_memfd_create, file, 0));
  tell("mkdir", call(SYS_mkdirat, AT_FDCWD, file, 0700));
  tell("unlink", call(SYS_unlinkat, AT_FDCWD, file, 0));
  tell("rename", call(SYS_rename, file, "elsewhere"));
  tell("symlink", call(SYS_symlink, "/etc/passwd", file));
  tell("truncate", call(SYS_truncate, file, 0L));
  tell("write-stdin", call(SYS_write, 0, "x", 1));
  tell("write-others", call(SYS_write, 7, "x", 1));
  tell("read-stdout", call(SYS_read, 1, nullptr, 0));
  tell("pwrite", call(SYS_pwrite64, 1, "x", 1, 0L));
  tell("sendfile", call(SYS_sendfile, 1, 0, nullptr, 1));
  tell("dup", call(SYS_dup, 0));
  tell("fork", call(SYS_fork));
  tell("exec", call(SYS_execve, "/bin/true", nullptr, nullptr));
  tell("kill-parent", call(SYS_kill, getppid(), 0));
  tell("ptrace", call(SYS_ptrace, PTRACE_TRACEME, 0, nullptr, nullptr));
  tell("mount", call(SYS_mount, "a", "/", "b", 0, nullptr));
  tell("raise-limits", call(SYS_prlimit64, 0, 0, nullptr, nullptr));
  tell("io_uring", call(SYS_io_uring_setup, 1, nullptr));
  tell("namespace", call(SYS_unshare, 0x40000000));
}

int ask_for_memory() {
  for (std::size_t count = 0; count < 4096; ++count) {
    auto* block = static_cast<char*>(std::malloc(std::size_t{1} << 20));
    if (!block) return static_cast<int>(count / 16);  // in units of 16 MB, to fit an exit code
    std::memset(block, 1, std::size_t{1} << 20);
  }
  return 255;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string mode = count > 1 ? arguments[1] : "";
  if (mode == "wait") pause();  // no call for it behind the walls
  if (!tongxing::foreign::enter_sandbox()) return 1;
  if (mode == "memory") _exit(ask_for_memory());
  if (mode == "spin") {
    std::atomic<unsigned> turns = 0;
    for (;;) ++turns;
  }
  try_everything();
  const ssize_t done = ::write(STDOUT_FILENO, report.data(), report.size());
  _exit(done == static_cast<ssize_t>(report.size()) ? 0 : 1);
}
