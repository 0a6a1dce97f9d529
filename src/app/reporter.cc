// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reporter.h"

namespace tongxing::app {

ExitCode Reporter::fail(const Diagnostics& diagnostics, const Sources& sources) const {
  for (const Diagnostic& diagnostic : diagnostics) stream_ << print(diagnostic, sources, style_);
  return exit_code(diagnostics);
}

void Reporter::mended(const std::vector<data::Repair>& repairs, const Sources& sources) const {
  if (quiet_) return;
  for (const data::Repair& repair : repairs) {
    if (repair.where.file != FileId::none) {
      const auto [line, column] = sources.place(repair.where.file, repair.where.begin);
      stream_ << sources.name(repair.where.file) << ':' << line << ':' << column << ": ";
    }
    stream_ << translate("mended") << ": " << text(repair.what) << '\n';
  }
}

void Reporter::say(const Message& message) const {
  if (!quiet_) stream_ << text(message) << '\n';
}

std::string Reporter::text(const Message& message) const {
  return fill(style_.translate(message.id), message, style_.values);
}

}  // namespace tongxing::app
