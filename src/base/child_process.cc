// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>

namespace tongxing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int not_started = 127;  // as a shell says it
constexpr int first_free = 3;     // above the standard three

class Descriptor {
 public:
  Descriptor() = default;
  /// Takes it over, moved above the standard three, which a caller may have closed.
  explicit Descriptor(int number) : number_(number) {
    if (number_ < 0 || number_ >= first_free) return;
    number_ = fcntl(number, F_DUPFD_CLOEXEC, first_free);
    ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

Diagnostic cannot_start(const std::filesystem::path& file, int error) {
  const bool passes = error == ENOMEM || error == EAGAIN || error == EMFILE || error == ENFILE;
  return {.code = "F034",
          .what = "a helper program of this one cannot be started",
          .hints = {passes ? Message("the machine has no room for it at the moment: try again")
                           : Message("install the program anew, whole")},
          .fault = passes ? Fault::temporary : Fault::io,
          .path = file.string()};
}

bool write_whole(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(to, bytes.data(), bytes.size());
    if (done < 0 && errno != EINTR) return false;
    if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

/// The input as a file that has no name and that nobody can change any more.
int sealed_file(std::string_view input) {
  const int file = memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return file;
  if (write_whole(file, input) && lseek(file, 0, SEEK_SET) == 0 &&
      fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0)
    return file;
  ::close(file);
  return -1;
}

void limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  if (setrlimit(what, &value) != 0) _exit(not_started);
}

/// Between fork and exec: only calls that are safe there (signal-safety(7)).
[[noreturn]] void become(const char* file, char* const* arguments, const ChildLimits& limits,
                         const std::array<int, 3>& standard, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // it does not outlive us
  if (getppid() != parent) _exit(not_started);
  setpgid(0, 0);  // an interrupt from the keyboard is ours to handle
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) ::signal(signal, SIG_DFL);
  for (int i = 0; i < first_free; ++i)
    if (dup2(standard[static_cast<std::size_t>(i)], i) < 0) _exit(not_started);
  close_range(first_free, ~0U, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
  if (limits.memory != 0) limit(RLIMIT_AS, limits.memory, limits.memory);
  char* const empty[] = {nullptr};
  execve(file, arguments, empty);
  _exit(not_started);
}

enum class Reading : std::uint8_t { whole, late, too_much };

/// Milliseconds to the deadline, rounded up; 0: it is over.
int milliseconds_to(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1'000'000));
}

Reading read_whole(int from, std::string& out, std::size_t most, Clock::time_point deadline) {
  std::string block(std::size_t{1} << 16, '\0');
  for (;;) {
    pollfd ready{from, POLLIN, 0};
    const int count = poll(&ready, 1, milliseconds_to(deadline));
    if (count == 0) return Reading::late;
    if (count < 0) continue;  // a signal of ours
    const ssize_t size = ::read(from, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return Reading::whole;
    if (out.size() + static_cast<std::size_t>(size) > most) return Reading::too_much;
    out.append(block.data(), static_cast<std::size_t>(size));
  }
}

/// Its status; nothing where it is not over at the deadline.
std::optional<int> wait_until(pid_t child, Clock::time_point deadline) {
  for (;;) {
    int status = 0;
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) return status;
    if (milliseconds_to(deadline) == 0) return std::nullopt;
    const timespec moment{0, 500'000};
    nanosleep(&moment, nullptr);
  }
}

int kill_and_wait(pid_t child) {
  kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

ChildRun attend(pid_t child, int from, const ChildLimits& limits) {
  ChildRun run;
  const auto deadline = Clock::now() + limits.wall;
  const Reading reading = read_whole(from, run.out, limits.output, deadline);
  std::optional<int> status;
  if (reading == Reading::whole) status = wait_until(child, deadline);
  const bool late = !status;
  if (late) status = kill_and_wait(child);
  if (reading == Reading::too_much) {
    run.end = ChildRun::End::too_much_output;
  } else if (late || (WIFSIGNALED(*status) && WTERMSIG(*status) == SIGXCPU)) {
    run.end = ChildRun::End::out_of_time;
  } else if (WIFSIGNALED(*status)) {
    run.end = ChildRun::End::killed;
    run.code = WTERMSIG(*status);
  } else {
    run.code = WEXITSTATUS(*status);
  }
  return run;
}

}  // namespace

Result<ChildRun> run_child(const ChildProgram& program, std::string_view input) {
  const std::string& file = program.file.native();
  if (access(file.c_str(), X_OK) != 0) return cannot_start(program.file, errno);

  std::vector<std::string> texts = {program.file.filename().string()};
  texts.insert(texts.end(), program.arguments.begin(), program.arguments.end());
  std::vector<char*> arguments;
  for (std::string& text : texts) arguments.push_back(text.data());
  arguments.push_back(nullptr);

  const Descriptor in(sealed_file(input));
  if (!in) return cannot_start(program.file, errno);
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return cannot_start(program.file, errno);
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const Descriptor nowhere(open("/dev/null", O_WRONLY | O_CLOEXEC));
  if (!from || !to || !nowhere) return cannot_start(program.file, errno);

  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return cannot_start(program.file, errno);
  if (child == 0)
    become(file.c_str(), arguments.data(), program.limits,
           {in.number(), to.number(), nowhere.number()}, parent);
  to.close();
  ChildRun run = attend(child, from.number(), program.limits);
  if (run.end == ChildRun::End::exited && run.code == not_started)
    return cannot_start(program.file, ENOEXEC);
  return run;
}

}  // namespace tongxing
