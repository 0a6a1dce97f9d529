// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real_world.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace tongxing::app {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed on every way out.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// 0, or the error that close reports (a full disk may show only here).
  int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

 private:
  int number_;
};

/// While it lives, Ctrl-C and SIGTERM wait: no temporary file is left behind by them.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t some;
    sigemptyset(&some);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&some, signal);
    pthread_sigmask(SIG_BLOCK, &some, &before_);
  }
  ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  sigset_t before_{};
};

/// Files that were written under temporary names and disappear unless they get their final ones.
class Pending {
 public:
  explicit Pending(Overwrite overwrite) : overwrite_(overwrite) {}
  ~Pending() {
    for (const auto& [temporary, target] : files_) ::unlink(temporary.c_str());
  }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;

  Result<Ok> add(const Output& output);
  Result<Ok> finish();

 private:
  struct File {
    fs::path temporary, target;
  };
  Overwrite overwrite_;
  std::vector<File> files_;  // those without their final name yet
};

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

int write_whole(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

Result<Ok> Pending::add(const Output& output) {
  struct stat there {};
  if (::lstat(output.file.c_str(), &there) == 0) {
    if (S_ISDIR(there.st_mode)) return write_error(EISDIR, output.file);
    if (overwrite_ == Overwrite::no) return write_error(EEXIST, output.file);
  }
  for (int attempt = 0;; ++attempt) {
    const fs::path temporary = folder_of(output.file) / (".tongxing-" + std::to_string(::getpid()) +
                                                         "-" + std::to_string(attempt) + ".part");
    Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open() && errno == EEXIST && attempt < 1000) continue;
    if (!file.is_open()) return write_error(errno, output.file);
    files_.push_back({temporary, output.file});
    int error = write_whole(file.number(), output.content);
    if (error == 0) error = file.close();
    if (error != 0) return write_error(error, output.file);
    return ok;
  }
}

/// 0 or the error. Without `overwrite`, never replaces a file, not even one made a moment ago.
int rename_to(const fs::path& from, const fs::path& to, Overwrite overwrite) {
  if (overwrite == Overwrite::no) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system without that: look, then rename.
    struct stat there {};
    if (::lstat(to.c_str(), &there) == 0) return EEXIST;
  }
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

Result<Ok> Pending::finish() {
  std::vector<fs::path> made;
  while (!files_.empty()) {
    const File file = files_.front();
    if (const int error = rename_to(file.temporary, file.target, overwrite_)) {
      for (const fs::path& done : made) ::unlink(done.c_str());
      return write_error(error, file.target);
    }
    made.push_back(file.target);
    files_.erase(files_.begin());
  }
  std::vector<fs::path> folders;
  for (const fs::path& file : made) folders.push_back(folder_of(file));
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  for (const fs::path& folder : folders) {
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder; the names are there all the same.
    if (directory.is_open()) ::fsync(directory.number());
  }
  return ok;
}

}  // namespace

Diagnostic read_error(int error, const fs::path& file) {
  Diagnostic found{.code = "F005", .what = "the file cannot be read", .path = file.string()};
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      found.code = "F001";
      found.what = "there is no such file";
      break;
    case EISDIR:
      found.code = "F002";
      found.what = "this is a folder, not a file";
      found.hints = {"name the file inside it"};
      break;
    case EACCES:
    case EPERM:
      found.hints = {"this user may not read it"};
      break;
    case ENAMETOOLONG:
    case ELOOP:
      break;
    case EIO:
    case ENOMEM:
    case EMFILE:
    case ENFILE:
      found.fault = Fault::temporary;
      break;
    default:
      found.fault = Fault::io;
  }
  return found;
}

Diagnostic write_error(int error, const fs::path& file) {
  Diagnostic found{.code = "F011",
                   .what = "the file cannot be written",
                   .fault = Fault::io,
                   .path = file.string()};
  switch (error) {
    case EEXIST:
      found.code = "F010";
      found.what = "the file exists already";
      found.hints = {"`--force` writes over it"};
      found.fault = Fault::input;
      break;
    case EISDIR:
      found.what = "there is a folder of that name";
      found.fault = Fault::input;
      break;
    case ENOENT:
    case ENOTDIR:
      found.hints = {"there is no such folder"};
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      found.hints = {"this user may not write there"};
      break;
    case ENOSPC:
    case EDQUOT:
      found.code = "F012";
      found.what = "the disk is full";
      found.hints = {"nothing was written; make room and try again"};
      found.fault = Fault::temporary;
      break;
    case EIO:
    case ENOMEM:
    case EMFILE:
    case ENFILE:
      found.fault = Fault::temporary;
      break;
    default:
      break;
  }
  return found;
}

Result<std::string> RealWorld::read(const fs::path& file, std::size_t limit) const {
  // Without O_NONBLOCK a named pipe would keep us waiting for somebody to write into it.
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!opened.is_open()) return read_error(errno, file);
  struct stat status {};
  if (::fstat(opened.number(), &status) != 0) return read_error(errno, file);
  if (S_ISDIR(status.st_mode)) return read_error(EISDIR, file);
  if (!S_ISREG(status.st_mode))
    return Diagnostic{.code = "F003", .what = "this is no ordinary file", .path = file.string()};

  std::string content;
  std::string block(1u << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(opened.number(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return read_error(errno, file);
    if (count == 0) return content;
    content.append(block, 0, static_cast<std::size_t>(count));
    if (content.size() > limit)
      return Diagnostic{.code = "F004",
                        .what = {"the file has more than {0} bytes", {{std::to_string(limit)}}},
                        .path = file.string()};
  }
}

Result<Ok> RealWorld::write_all(const std::vector<Output>& outputs, Overwrite overwrite) {
  const SignalsWait wait;
  Pending pending(overwrite);
  for (const Output& output : outputs) TRY_OK(pending.add(output));
  return pending.finish();
}

bool RealWorld::exists(const fs::path& file) const {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

std::vector<std::string> RealWorld::list(const fs::path& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Date shanghai_day(std::chrono::system_clock::time_point moment) {
  using namespace std::chrono;
  const year_month_day day(floor<days>(moment + hours(8)));
  const auto date = Date::from(int(day.year()), unsigned(day.month()), unsigned(day.day()));
  assert(date);  // else the machine's clock is centuries away
  return *date;
}

Date RealWorld::today() const {
  return shanghai_day(std::chrono::system_clock::now());
}

std::optional<std::string> RealWorld::environment(const std::string& name) const {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

fs::path program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

}  // namespace tongxing::app
