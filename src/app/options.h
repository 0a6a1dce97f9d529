// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: declared once in options.cc, from which help comes too, and read into plain
// data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/exit_code.h"
#include "base/date.h"
#include "base/ids.h"

namespace tongxing::app {

enum class Command : std::uint8_t {
  init,
  check,
  plan,
  render,
  procedures_list,
  procedures_show,
  forms_inspect,
  forms_list,
  forms_show,
  forms_map,
  forms_fill,
  forms_proof,
  fonts_list,
  fonts_check,
  explain,
  doctor,
};

enum class Colour : std::uint8_t { automatic, always, never };

/// What the user asked for. Which members a command looks at is what options.cc offers with it.
struct Options {
  Command command = Command::check;
  std::vector<std::string> arguments;  ///< profiles, texts, a code, an id, a PDF

  std::vector<std::filesystem::path> data;  ///< folders laid over ours, in order
  std::string ui_language;                  ///< empty: what the environment says
  Colour colour = Colour::automatic;
  bool show_values = false;
  bool quiet = false;
  bool json = false;

  std::optional<Date> as_of;
  std::optional<CityId> city;
  std::optional<ProcedureId> procedure;

  std::string second_language;  ///< of the sheets, beside Chinese; empty: what the profile says
  std::optional<std::filesystem::path> output;
  std::vector<std::string> only;
  std::string paper = "a4";
  bool duplex = false;
  bool large_print = false;
  bool draft = false;
  bool handwrite_missing = false;
  bool force = false;

  std::filesystem::path values;  ///< data of `forms fill`
  std::filesystem::path map;     ///< empty: none
  bool fillable = false;
  bool accept = false;
  bool drop_signature = false;
};

/// The line asked for help or the version (done, to stdout) or is wrong (input, to stderr).
struct Answered {
  ExitCode code = ExitCode::done;
  std::string text;
};

/// `arguments` without the program's name. `translate` puts descriptions into the user's language.
std::variant<Options, Answered> read_options(
    std::vector<std::string> arguments,
    const std::function<std::string(std::string_view)>& translate);

/// The language that must be known before anything can be said: `--ui-lang` wherever it stands.
std::optional<std::string> early_ui_language(const std::vector<std::string>& arguments);

}  // namespace tongxing::app
