// SPDX-License-Identifier: GPL-3.0-or-later
// An invented family about which everything is known, and ways to change one thing about it.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/rules.h"

namespace tongxing::test {

/// Everything known and nothing special: registered in the city, married in China before the birth,
/// same name on both papers, both parents come, first application, home to the passport's country.
inline const std::string plain_family = R"(case: TX-1
city: shanghai
as_of: 2026-11-23
people:
  emma:
    roles: [child]
    sex: female
    birth_date: 2022-03-18
    birth_place: {country: CN}
    name: {zh: {surname: 米, given: 艾玛}, latin: {surname: MILLER, given: EMMA}, as_printed: [{document: child-birth-certificate, text: MILLER EMMA 米艾玛}, {document: child-foreign-passport, text: 米艾玛 MILLER EMMA}]}
    nationalities: [{country: US, at_birth: yes}]
    eligible_nationalities: none
    in_mainland_china: yes
    hukou: no
    passports: [{country: US, number: "567890123", valid_until: 2030-01-01}]
    previous_permits: none
  lin:
    roles: [mother]
    nationalities: [{country: CN, at_birth: yes}]
    national_id: "310100198807040025"
    hukou: {city: shanghai, includes_child: no}
    local_residence_permit: no
    passports: [{country: CN, number: E12345678, valid_until: 2030-01-01}]
    settled_abroad_at_birth: no
    attends: yes
  james:
    roles: [father]
    nationalities: [{country: US, at_birth: yes}]
    passports: [{country: US, number: "123456789", valid_until: 2030-01-01}]
    permits: [{kind: residence, valid_until: 2027-05-01}]
    attends: yes
marriage: {status: married, date: 2019-05-20, country: CN, language: zh}
trip: {destination: US, depart: 2026-12-10, return: 2027-01-10, frequent: no}
delivery: pickup
contact: {phone: "13000000000"}
)";

using Changes = std::vector<std::pair<std::string, std::string>>;

/// Each first text is replaced by the second. Throws where it does not stand exactly once.
inline std::string changed(std::string text, const Changes& changes) {
  for (const auto& [from, to] : changes) {
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
      throw std::runtime_error("not exactly once: " + from);
    }
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The shipped rules with no procedures but the two for the exit-entry permit, for tests of those
/// two.
inline const model::RuleBook& permit_rules() {
  static const model::RuleBook book = [] {
    auto all = shipped_rules();
    const auto other = [](const ProcedureId& id) {
      return !id.value.starts_with("exit-entry-permit");
    };
    std::erase_if(all.order, other);
    std::erase_if(all.procedures, [&](const auto& one) { return other(one.first); });
    for (auto& [id, city] : all.cities) {
      std::erase_if(city.procedures, [&](const auto& one) { return other(one.first); });
    }
    return all;
  }();
  return book;
}

inline plan::FamilyPlan permit_plan(const model::Profile& profile) {
  return plan_of(profile, permit_rules());
}

/// "CH-PP 1+1", a question mark behind what is unknown, a tilde behind what is only recommended.
inline std::vector<std::string> papers_of(const plan::PacketPlan& packet,
                                          const model::RuleBook& book = shipped_rules()) {
  std::vector<std::string> list;
  for (const auto& line : packet.ruling.checklist.lines) {
    const auto& paper = book.papers.at(line.document);
    std::string text =
        paper.code + " " + std::to_string(line.originals) + "+" + std::to_string(line.copies);
    if (line.needed == model::Needed::unknown) text += "?";
    if (line.needed == model::Needed::recommended) text += "~";
    list.push_back(std::move(text));
  }
  std::ranges::sort(list);
  return list;
}

/// Codes of the advisories, those that block with an exclamation mark; sorted.
inline std::vector<std::string> advisories_of(const plan::PacketPlan& packet) {
  std::vector<std::string> list;
  for (const auto& one : packet.ruling.checklist.advisories) {
    list.push_back(one.code.value + (one.blocking ? "!" : ""));
  }
  std::ranges::sort(list);
  return list;
}

inline std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> list;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, ',');) {
    const auto begin = word.find_first_not_of(" \n");
    if (begin != std::string::npos) list.push_back(word.substr(begin));
  }
  std::ranges::sort(list);
  return list;
}

}  // namespace tongxing::test
