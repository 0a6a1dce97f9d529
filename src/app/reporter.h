// SPDX-License-Identifier: GPL-3.0-or-later
// What the user is told on stderr, in the user's language.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "app/exit_code.h"
#include "base/source.h"
#include "data/value.h"

namespace tongxing::app {

class Reporter {
 public:
  /// Borrows the stream. `quiet`: errors only.
  Reporter(std::ostream& stream, PrintStyle style, bool quiet)
      : stream_(stream), style_(std::move(style)), quiet_(quiet) {}

  /// Prints all of them and gives their exit code.
  ExitCode fail(const Diagnostics& diagnostics, const Sources& sources) const;
  /// What was mended in a file, each with its place.
  void mended(const std::vector<data::Repair>& repairs, const Sources& sources) const;
  /// One line.
  void say(const Message& message) const;

  /// In the user's language, values shown or hidden as the style says.
  std::string text(const Message& message) const;
  std::string translate(std::string_view english) const { return style_.translate(english); }

 private:
  std::ostream& stream_;
  PrintStyle style_;
  bool quiet_;
};

}  // namespace tongxing::app
