// SPDX-License-Identifier: GPL-3.0-or-later
// Every file in tests/errors is a broken profile that carries what must be said about it: in
// comments "# error …" at its top, or in a file of the same name + ".expected".
#include <catch2/catch.hpp>
#include <filesystem>

#include "support/profiles.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

std::string where(const Sources& sources, Span span) {
  if (span.file == FileId::none) return "-";
  const auto begin = sources.place(span.file, span.begin);
  const auto end = sources.place(span.file, span.end);
  std::string out = std::to_string(begin.line) + ":" + std::to_string(begin.column);
  if (end.line != begin.line)
    return out + "-" + std::to_string(end.line) + ":" + std::to_string(end.column);
  return end.column > begin.column ? out + "-" + std::to_string(end.column) : out;
}

/// error P004 6:5-15: unknown key 'brith_date' for a person; did you mean 'birth_date'?
std::string said(const std::string& name, const std::string& bytes) {
  Sources sources;
  const auto profile = read_profile(name, bytes, sources);
  if (profile) return "no error\n";
  std::string out;
  for (const auto& error : profile.error()) {
    out += "error " + error.code + " " + where(sources, error.where) + ": " + english(error.what);
    for (const auto& hint : error.hints) out += "; " + english(hint);
    out += "\n";
    CHECK(error.fault == Fault::input);
    CHECK_FALSE(print(error, sources, {.colour = true}).empty());
  }
  return out;
}

std::string expected(const std::filesystem::path& file, const std::string& bytes) {
  const auto beside = file.string() + ".expected";
  if (std::filesystem::exists(beside)) return slurp(beside);
  std::istringstream lines(bytes);
  std::string out, line;
  while (std::getline(lines, line) && line.starts_with("#"))
    if (line.starts_with("# error ")) out += line.substr(2) + "\n";
  return out;
}

}  // namespace

TEST_CASE("broken profiles say what their comments expect") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(TONGXING_SOURCE_DIR "/tests/errors"))
    if (entry.path().extension() != ".expected") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 25);
  for (const auto& file : files) {
    const auto bytes = slurp(file.string());
    INFO(file.filename().string());
    const auto wanted = expected(file, bytes);
    CHECK_FALSE(wanted.empty());
    CHECK(said(file.filename().string(), bytes) == wanted);
  }
}
