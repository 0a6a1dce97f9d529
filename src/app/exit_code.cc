// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"

#include <algorithm>

namespace tongxing::app {

ExitCode together(const std::vector<ExitCode>& codes) {
  const auto has = [&](ExitCode code) { return std::ranges::find(codes, code) != codes.end(); };
  const bool only_temporary = std::ranges::all_of(codes, [](ExitCode code) {
    return code == ExitCode::temporary || code == ExitCode::incomplete || code == ExitCode::done;
  });
  for (const ExitCode code : {ExitCode::bug, ExitCode::interrupted})
    if (has(code)) return code;
  if (has(ExitCode::temporary) && only_temporary) return ExitCode::temporary;
  for (const ExitCode code : {ExitCode::io, ExitCode::batch, ExitCode::output, ExitCode::glyph,
                              ExitCode::data, ExitCode::input, ExitCode::incomplete})
    if (has(code)) return code;
  return ExitCode::done;
}

ExitCode exit_code(Fault fault) {
  switch (fault) {
    case Fault::input:
      return ExitCode::input;
    case Fault::data:
      return ExitCode::data;
    case Fault::glyph:
      return ExitCode::glyph;
    case Fault::output:
      return ExitCode::output;
    case Fault::io:
      return ExitCode::io;
    case Fault::temporary:
      return ExitCode::temporary;
  }
  return ExitCode::bug;
}

ExitCode exit_code(const Diagnostics& diagnostics) {
  std::vector<ExitCode> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(exit_code(diagnostic.fault));
  return together(codes);
}

}  // namespace tongxing::app
