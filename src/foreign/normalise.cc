// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/normalise.h"

#include <optional>

#include "foreign/rewrite.h"

namespace tongxing::foreign {
namespace {

using Outcome = Rewritten::Outcome;

Diagnostic refusal(Outcome outcome, const std::filesystem::path& shown) {
  Diagnostic found;
  found.path = shown.string();
  switch (outcome) {
    case Outcome::no_pdf:
      found.code = "F030";
      found.what = "this is no PDF file";
      break;
    case Outcome::locked:
      found.code = "F032";
      found.what = "the PDF opens with a password only";
      found.hints = {"save it without a password, then try again"};
      break;
    case Outcome::too_large:
      found.code = "F033";
      found.what = "reading the PDF takes more memory or time than any form needs";
      break;
    case Outcome::damaged:
    case Outcome::done:
      found.code = "F031";
      found.what = "the PDF is damaged and cannot be repaired";
      found.hints = {"get the file again from where it was published"};
      break;
  }
  return found;
}

/// "outcome encrypted repaired\n", then the file; nothing if it is anything else.
std::optional<Rewritten> parse_answer(std::string out) {
  constexpr std::string_view shape = "0 0 0\n";
  if (out.size() < shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '0' ? out[i] < '0' || out[i] > '4' : out[i] != shape[i]) return std::nullopt;
  Rewritten head;
  head.outcome = static_cast<Outcome>(out[0] - '0');
  head.was_encrypted = out[2] == '1';
  head.was_repaired = out[4] == '1';
  out.erase(0, shape.size());
  head.bytes = std::move(out);
  return head;
}

}  // namespace

Result<Normalised> normalise(std::string_view raw, const std::filesystem::path& shown,
                             const Normaliser& normaliser) {
  const ChildProgram program{.file = normaliser.program, .arguments = {}, .limits = {}};
  TRY(ChildRun run, normaliser.run(program, raw));
  switch (run.end) {
    case ChildRun::End::out_of_time:
    case ChildRun::End::too_much_output:
      return refusal(Outcome::too_large, shown);
    case ChildRun::End::killed:
      return refusal(Outcome::damaged, shown);
    case ChildRun::End::exited:
      break;
  }
  std::optional<Rewritten> file = run.code == 0 ? parse_answer(std::move(run.out)) : std::nullopt;
  if (!file)
    return Diagnostic{.code = "F035",
                      .what = "the helper program that reads PDF files could not do its work",
                      .hints = {"the system must allow seccomp filters"},
                      .fault = Fault::io,
                      .path = normaliser.program.string()};
  if (file->outcome != Outcome::done) return refusal(file->outcome, shown);
  return Normalised{.bytes = std::move(file->bytes),
                    .was_encrypted = file->was_encrypted,
                    .was_repaired = file->was_repaired};
}

}  // namespace tongxing::foreign
