// SPDX-License-Identifier: GPL-3.0-or-later
// tongxing-normalise: somebody else's PDF on stdin, the same as libqpdf writes it on stdout,
// nothing else touched. Started by the main program (foreign/normalise.h), which sets the limits.
#include <unistd.h>

#include <cerrno>
#include <new>
#include <string>
#include <string_view>

#include "foreign/rewrite.h"
#include "foreign/sandbox.h"

namespace {

constexpr int broken = 1;

bool read_whole(std::string& input) {
  std::string block(std::size_t{1} << 16, '\0');
  for (;;) {
    const ssize_t size = ::read(STDIN_FILENO, block.data(), block.size());
    if (size == 0) return true;
    if (size < 0 && errno != EINTR) return false;
    if (size > 0) input.append(block.data(), static_cast<std::size_t>(size));
  }
}

bool write_whole(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (done < 0 && errno != EINTR) return false;
    if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

char digit(int number) {
  return static_cast<char>('0' + number);
}

bool normalise() {
  using namespace tongxing::foreign;
  std::string input;
  if (!read_whole(input)) return false;
  const Rewritten file = rewrite(input);
  const std::string line = {digit(static_cast<int>(file.outcome)),
                            ' ',
                            digit(file.was_encrypted),
                            ' ',
                            digit(file.was_repaired),
                            '\n'};
  return write_whole(line) && write_whole(file.bytes);
}

}  // namespace

int main() {
  if (!tongxing::foreign::enter_sandbox()) return broken;
  bool done = false;
  try {
    done = normalise();
  } catch (const std::bad_alloc&) {
    done = write_whole("4 0 0\n");  // Rewritten::Outcome::too_large
  }
  _exit(done ? 0 : broken);  // nothing at exit needs doing, and the walls would not let it
}
