// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace tongxing::rules {
namespace {

using model::Verdict;

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const bool gap = c == ' ' || c == ',' || c == '-' || c == '\'' || c == '.' || c == '<';
    if (gap && !words.back().empty()) words.emplace_back();
    if (!gap) words.back() += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (words.back().empty()) words.pop_back();
  std::ranges::sort(words);
  return words;
}

/// What the profile says is printed on a paper of the child; asks for it if it is silent.
std::optional<std::string> printed_on(std::string_view document, const Facts& facts, Trace& trace) {
  const auto& child = facts.opened().people.applicant;
  const auto list = model::fact_path(child, "name.as_printed");
  const auto count = facts.profile().count(list).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto element = list + "." + std::to_string(i);
    const auto* paper = facts.profile().find(element + ".document");
    if (!paper || paper->text != document) continue;
    const auto* text = facts.profile_fact(element + ".text", trace);
    return text ? std::optional(text->text) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string> on_birth_certificate(const Facts& facts, Trace& trace) {
  if (auto text = printed_on("child-birth-certificate", facts, trace)) return text;
  const auto list = model::fact_path(facts.opened().people.applicant, "name.as_printed");
  const auto count = facts.profile().count(list).value_or(0);
  if (trace.missing.empty()) trace.missed(list + "." + std::to_string(count) + ".text");
  return std::nullopt;
}

std::optional<std::string> on_passport(const Facts& facts, Trace& trace) {
  Trace printed;
  if (auto text = printed_on("child-foreign-passport", facts, printed)) {
    trace.add(printed);
    return text;
  }
  std::string name;
  for (const char* part : {"surname", "given", "middle"}) {
    const auto path =
        model::fact_path(facts.opened().people.applicant, std::string("name.latin.") + part);
    const auto* fact = facts.profile().find(path);
    if (!fact) continue;
    trace.saw(path);
    name += fact->text + " ";
  }
  if (!name.empty()) return name;
  trace.missed(model::fact_path(facts.opened().people.applicant, "name.latin.given"));
  return std::nullopt;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return words_of(a) == words_of(b);
}

bool has_han(std::string_view utf8) {
  for (std::size_t i = 0; i + 2 < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const auto next = static_cast<unsigned char>(utf8[i + 1]);
    if (byte >= 0xE4 && byte <= 0xE9) return true;                  // U+4000..U+9FFF
    if (byte == 0xE3 && next >= 0x90) return true;                  // U+3400..U+3FFF
    if (byte == 0xEF && next >= 0xA4 && next <= 0xAB) return true;  // U+F900..U+FAFF
    if (byte == 0xF0 && next >= 0xA0) return true;                  // U+20000..U+3FFFF
  }
  return false;
}

Verdict names_differ(const Facts& facts, Trace& trace) {
  const auto certificate = on_birth_certificate(facts, trace);
  const auto passport = on_passport(facts, trace);
  if (!certificate || !passport) return Verdict::unknown;
  return model::verdict(!same_name(*certificate, *passport));
}

Verdict name_created(const Facts& facts, Trace& trace) {
  const auto certificate = on_birth_certificate(facts, trace);
  return certificate ? model::verdict(!has_han(*certificate)) : Verdict::unknown;
}

}  // namespace tongxing::rules
