// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every plan, whatever is known of a family. A failure prints its seed, is made
// as small as it can be, and kept in regressions/ beside what is there, to be tried each time.
// TONGXING_PROPERTY_COUNT: how many families. TONGXING_PROPERTY_SEED: the first of them.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "support/random_family.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

using model::Needed;
using model::Verdict;
using plan::FamilyPlan;
using plan::PacketPlan;

constexpr std::uint64_t first_seed = 20190101;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* given = std::getenv(variable);
  return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

struct Tried {
  model::Profile profile;
  FamilyPlan plan;
};

/// The first thing that is wrong: "kind: what exactly"; empty: nothing.
using Wrong = std::string;

Wrong attempt(const Family& family, std::optional<Tried>& tried) {
  Sources sources;
  auto profile = read_profile("family.yaml", yaml_of(family), sources);
  if (!profile) return "not read: " + describe(profile.error(), sources);
  const auto as_of = profile->as_of.value_or(day("2026-11-23"));
  const auto city = profile->city.value_or(CityId());
  auto choice = rules::choose(*profile, shipped_rules(), city, as_of);
  if (!choice) return "not chosen: " + english(choice.error().front().what);
  auto plan = plan::make_plan(*profile, shipped_rules(), *choice, city, as_of);
  tried.emplace(Tried{*std::move(profile), std::move(plan)});
  return {};
}

// --- one plan by itself --------------------------------------------------------------------------

class Consistency {
 public:
  explicit Consistency(const Tried& tried) : tried_(tried) {}

  Wrong fault() {
    for (const auto& packet : tried_.plan.packets) look(packet);
    for (const auto& refusal : tried_.plan.refused) {
      at_ = refusal.procedure_code;
      demand(!refusal.reasons.empty(), "a refusal without a reason");
      for (const auto& one : refusal.reasons) said(one);
      cited(refusal.sources);
      known_code(refusal.code);
      asked(refusal.questions);
      demand(refusal.eligible != Verdict::yes, "refused and eligible");
    }
    asked(tried_.plan.missing);
    return fault_;
  }

 private:
  void demand(bool holds, std::string_view what, const std::string& detail = {}) {
    if (!holds && fault_.empty()) fault_ = std::string(what) + ": " + at_ + " " + detail;
  }
  void said(const model::Sentence& one) {
    demand(book_.phrases.contains(one.id), "no such sentence", one.id);
  }
  void said(const std::vector<model::Sentence>& list) {
    for (const auto& one : list) said(one);
  }
  void cited(const std::vector<model::Citation>& list) {
    for (const auto& one : list) {
      const auto found = book_.sources.find(one.source);
      demand(found != book_.sources.end(), "no such source", one.source.value);
      if (found == book_.sources.end()) continue;
      demand(one.certainty >= found->second.best, "a source claims too much", one.source.value);
    }
  }
  void known_code(const AdvisoryId& code) {
    demand(book_.advisories.contains(code), "no such advisory", code.value);
  }
  /// Not told; of a day: not told whole.
  void open(const model::FactPath& path) {
    const auto* fact = tried_.profile.find(path.value);
    const bool whole = fact && !(fact->partial_date() && !fact->date());
    demand(!whole, "hangs on what is told", path.value);
  }
  void asked(const std::vector<model::Question>& list) {
    std::set<std::string> seen;
    for (const auto& one : list) {
      open(one.fact);
      demand(seen.insert(one.fact.value).second, "asked twice", one.fact.value);
      demand(!one.decides.empty(), "a question that decides nothing", one.fact.value);
      demand(book_.schema.find(one.fact.value), "a question beside the schema", one.fact.value);
    }
  }

  void lines(const model::Checklist& list, const model::Procedure& procedure) {
    std::set<std::string> seen;
    for (const auto& line : list.lines) {
      const auto owner = line.whose ? line.whose->value : "";
      at_ = line.rules.front().value;
      demand(seen.insert(at_ + "/" + owner).second, "one line twice", owner);
      demand(!line.because.empty(), "a line without a reason");
      demand(!line.sources.empty(), "a line without a source");
      said(line.because);
      for (const auto& one : line.remarks) said(one.text);
      cited(line.sources);
      // Where no source settles it, nobody can be asked; then the rule says so in its own words.
      const auto* rule = procedure.document(at_.substr(at_.find('/') + 1));
      demand(line.needed != Needed::unknown || !line.hinges_on.empty() ||
                 (rule && !rule->if_unknown.empty()),
             "open, hinges on nothing");
      for (const auto& path : line.hinges_on) open(path);
      demand(line.any_of.empty() == line.options.empty(), "options of no group");
      demand(line.options.size() != 1, "one option is no choice");
      for (const auto& note : line.notes) demand(book_.notes.contains(note), "no such note");
      for (const auto& out : list.left_out) {
        demand(out.document != line.document || out.whose != line.whose, "listed and left out");
      }
    }
  }

  void look(const PacketPlan& packet) {
    at_ = packet.code;
    const auto& procedure = book_.procedures.at(packet.procedure);
    demand(procedure.in_force.on(packet.as_of), "out of force");
    const auto& ruling = packet.ruling;
    lines(ruling.checklist, procedure);
    at_ = packet.code;
    for (const auto& one : ruling.checklist.left_out) said(one.reason);
    for (const auto& one : ruling.checklist.advisories) {
      known_code(one.code);
      said(one.text);
      cited(one.sources);
    }
    asked(ruling.checklist.questions);
    said(ruling.checklist.unstated);
    for (const auto& one : ruling.presence.remarks) said(one.text);
    cited(ruling.presence.sources);
    for (const auto& one : ruling.steps) said(one.what);
    for (const auto& one : ruling.use) said(one.text);
    for (const auto& one : ruling.information) said(one.text);
    cited(ruling.fee.sources);
    cited(ruling.dates.sources);
    const auto& dates = ruling.dates;
    demand(!dates.ready || *dates.ready >= packet.as_of, "ready before it is filed");
    demand(!dates.ready || !dates.latest || *dates.latest >= *dates.ready, "latest before ready");
    demand(!plan::dump(packet).empty(), "nothing to show");
  }

  const Tried& tried_;
  const model::RuleBook& book_ = shipped_rules();
  std::string at_;
  Wrong fault_;
};

// --- a plan beside that of the same family of which less is known
// ---------------------------------

std::string name_of(const model::Requirement& line, const model::RuleBook& book) {
  const auto& rule = line.rules.front().value;
  const auto slash = rule.find('/');
  const auto& procedure = book.procedures.at(ProcedureId(rule.substr(0, slash)));
  const auto* written = procedure.document(rule.substr(slash + 1));
  const bool each = written && written->whose == model::Whose::each_parent;
  return rule + (each && line.whose ? "/" + line.whose->value : "");
}

/// Another person in the same part: another question. Somebody instead of nobody is not.
bool same_people(const model::People& a, const model::People& b) {
  const auto same = [](const auto& one, const auto& other) {
    return !one || !other || *one == *other;
  };
  return a.father == b.father && a.mother == b.mother && same(a.chinese_parent, b.chinese_parent) &&
         same(a.foreign_parent, b.foreign_parent);
}

Wrong compare(const PacketPlan& more, const PacketPlan& less, const model::RuleBook& book) {
  if (!same_people(more.ruling.people, less.ruling.people)) return {};
  std::set<std::string> in_more, in_less;
  for (const auto& line : more.ruling.checklist.lines) in_more.insert(name_of(line, book));
  for (const auto& line : less.ruling.checklist.lines) in_less.insert(name_of(line, book));
  for (const auto& line : in_more) {
    if (!in_less.contains(line)) return "a line went with a fact: " + line;
  }
  std::map<std::string, Verdict> held;
  for (const auto& line : more.ruling.checklist.lines)
    held[name_of(line, book)] = line.held.satisfied;
  for (const auto& line : less.ruling.checklist.lines) {
    const auto before = held.find(name_of(line, book));
    const bool lost =
        before != held.end() && before->second != Verdict::no && line.held.satisfied == Verdict::no;
    if (lost) return "what was held is not: " + name_of(line, book);
    if (in_more.contains(name_of(line, book))) continue;
    // Or another rule asks for the paper now.
    const auto& now = more.ruling.checklist;
    if (!std::ranges::count(now.left_out, line.document, &model::LeftOut::document) &&
        !std::ranges::count(now.lines, line.document, &model::Requirement::document)) {
      return "a line went without a reason: " + name_of(line, book);
    }
  }
  return {};
}

template <class Entry>
std::map<std::string, const Entry*> by_name(const std::vector<Entry>& list) {
  std::map<std::string, const Entry*> found;
  for (const auto& one : list) {
    found[one.procedure.value + "/" + std::to_string(one.ordinal)] = &one;
  }
  return found;
}

Wrong compare(const FamilyPlan& more, const FamilyPlan& less) {
  const auto packets = by_name(more.packets), fewer_packets = by_name(less.packets);
  const auto refused = by_name(more.refused), fewer_refused = by_name(less.refused);
  for (const auto& [name, refusal] : fewer_refused) {
    if (refusal->eligible != Verdict::no) continue;
    const auto before = refused.find(name);
    if (before == refused.end() || before->second->eligible != Verdict::no) {
      return "unknown became no: " + name;
    }
  }
  for (const auto& [name, packet] : packets) {
    const auto found = fewer_packets.find(name);
    if (found == fewer_packets.end()) {
      if (!fewer_refused.contains(name)) return "a procedure went with a fact: " + name;
      continue;
    }
    if (auto fault = compare(*packet, *found->second, shipped_rules()); !fault.empty())
      return fault;
  }
  for (const auto& [name, packet] : fewer_packets) {
    if (!packets.contains(name) && !refused.contains(name)) {
      return "a procedure went without a reason: " + name;
    }
  }
  return {};
}

/// "people.kid"; empty: the family's.
std::string owner_of(const std::string& path) {
  return path.starts_with("people.") ? path.substr(0, path.find('.', 7)) : "";
}

/// What is told of somebody's nationality, passports, register and card can contradict itself; then
/// the one that speaks most plainly is believed. Without that one the next is: another question,
/// not less of the same. So is a permit that is told not to be held, and has a city.
bool speaks_against_others(const Family& family, const std::string& path) {
  if (path.ends_with(".registered") || path.ends_with(".held")) return true;
  constexpr std::array signs = {".nationalities", ".passports", ".hukou", ".national_id"};
  const auto sign_of = [&](const std::string& one) -> std::string_view {
    const auto rest = one.substr(owner_of(one).size());
    for (const auto* sign : signs) {
      if (rest.starts_with(sign)) return sign;
    }
    return {};
  };
  const auto own = sign_of(path);
  return !own.empty() && std::ranges::any_of(family, [&](const auto& fact) {
    const auto other = sign_of(fact.first);
    return owner_of(fact.first) == owner_of(path) && !other.empty() && other != own;
  });
}

/// Which document somebody inside China asks for is told by what is told of it (rules/asks_for.h):
/// without that, something else is asked for.
bool is_a_wish(const std::string& path) {
  constexpr std::array wishes = {".visa", ".stay", ".residence", ".lost", ".endorsement", ".study"};
  return path.starts_with("people.") && std::ranges::any_of(wishes, [&](std::string_view wish) {
           return path.substr(path.find('.', 7)).starts_with(wish);
         });
}

/// Facts and lists that can be forgotten.
std::vector<std::string> forgettable(const Family& family) {
  std::set<std::string> paths;
  for (const auto& [path, value] : family) {
    if (RandomFamilies::is_frame(path) || value == "unknown" || is_a_wish(path)) continue;
    if (speaks_against_others(family, path)) continue;
    // What is told of a paper comes before the day on which it was issued, and may not fit it.
    if (path.find("papers.health-certificate") != std::string::npos) continue;
    paths.insert(path);
    if (const auto dot = path.find(".0"); dot != std::string::npos)
      paths.insert(path.substr(0, dot));
  }
  return {paths.begin(), paths.end()};
}

Family without(Family family, const std::string& path) {
  RandomFamilies::put(family, path, "unknown");
  return family;
}

/// `forgotten`: which facts are forgotten, one at a time.
Wrong check(const Family& family, const std::vector<std::string>& forgotten) {
  std::optional<Tried> tried;
  if (auto fault = attempt(family, tried); !fault.empty()) return fault;
  if (auto fault = Consistency(*tried).fault(); !fault.empty()) return fault;
  for (const auto& path : forgotten) {
    std::optional<Tried> less;
    if (auto fault = attempt(without(family, path), less); !fault.empty()) return fault;
    if (auto fault = compare(tried->plan, less->plan); !fault.empty()) {
      return fault + " (without " + path + ")";
    }
  }
  return {};
}

/// Takes away facts while the same goes wrong.
Family shrunk(Family family, const std::vector<std::string>& forgotten, const Wrong& fault) {
  const auto kind = fault.substr(0, fault.find(" (without"));
  bool smaller = true;
  while (smaller) {
    smaller = false;
    std::vector<std::string> paths;
    for (const auto& [path, value] : family) paths.push_back(path);
    for (const auto& path : paths) {
      if (std::ranges::find(forgotten, path) != forgotten.end()) continue;
      auto fewer = family;
      fewer.erase(path);
      if (fewer == family || !check(fewer, forgotten).starts_with(kind)) continue;
      family = std::move(fewer);
      smaller = true;
    }
  }
  return family;
}

const char* const regressions = TONGXING_SOURCE_DIR "/tests/unit/plan/regressions";

/// A file of that fault's name that is not there yet.
std::string new_file(const Wrong& fault) {
  std::string name;
  for (const char c : fault.substr(0, fault.find(" ("))) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  name = std::string(regressions) + "/" + name.substr(0, 80);
  auto file = name + ".yaml";
  for (int i = 2; std::filesystem::exists(file); ++i)
    file = name + "-" + std::to_string(i) + ".yaml";
  return file;
}

}  // namespace

TEST_CASE("random families: no plan fails, contradicts itself or takes unknown for no") {
  const auto count = number_from("TONGXING_PROPERTY_COUNT", 150);
  const auto first = number_from("TONGXING_PROPERTY_SEED", first_seed);
  const auto told = told_families();
  std::set<Wrong> seen;
  for (auto seed = first; seed < first + count; ++seed) {
    RandomFamilies families(shipped_rules(), seed);
    const auto family = families.any(seed, told);
    std::vector<std::string> forgotten;
    if (const auto all = forgettable(family); !all.empty()) {
      for (int i = 0; i < 2; ++i) forgotten.push_back(families.chance().one_of(all));
    }
    const auto fault = check(family, forgotten);
    if (fault.empty() || !seen.insert(fault.substr(0, fault.find(" ("))).second) continue;
    const auto small = yaml_of(shrunk(family, forgotten, fault));
    std::ofstream(new_file(fault), std::ios::binary)
        << "# SPDX-License-Identifier: GPL-3.0-or-later\n# " << fault.substr(0, fault.find('\n'))
        << "\n"
        << small;
    FAIL_CHECK("TONGXING_PROPERTY_SEED=" << seed << " TONGXING_PROPERTY_COUNT=1\n"
                                         << fault << "\n"
                                         << small);
  }
}

TEST_CASE("what once went wrong with a random family stays right") {
  for (const auto& entry : std::filesystem::directory_iterator(regressions)) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().filename().string());
    const auto family = family_of(profile_of(slurp(entry.path().string())));
    CHECK(check(family, forgettable(family)) == "");
  }
}

TEST_CASE("of the random families each fact is absent, unknown and given in a twentieth at least") {
  struct Share {
    int absent = 0, unknown = 0, given = 0;
  };
  std::map<std::string, Share> shares;
  const auto told = told_families();
  const auto& schema = shipped_rules().schema;
  for (std::uint64_t seed = first_seed; seed < first_seed + 400; ++seed) {
    RandomFamilies families(shipped_rules(), seed);
    std::map<std::string, std::map<std::string, bool>> given;  // by owner, then by declared path
    for (const auto& [path, value] : families.any(seed, told)) {
      given.try_emplace("");
      auto& facts = given[owner_of(path)];
      if (const auto* declared = schema.find(path)) {
        auto& known = facts.try_emplace(declared->path, false).first->second;
        known = known || value != "unknown";
      }
    }
    for (const auto& [owner, facts] : given) {
      for (const auto& declared : schema.facts) {
        if (declared.path.starts_with("people.") != !owner.empty()) continue;
        auto& share = shares[declared.path];
        const auto found = facts.find(declared.path);
        ++(found == facts.end() ? share.absent : found->second ? share.given : share.unknown);
      }
    }
  }
  for (const auto& [path, share] : shares) {
    if (path.ends_with(".roles[]")) continue;  // without a part nobody is in the family
    const auto all = share.absent + share.unknown + share.given;
    INFO(path << " " << share.absent << " " << share.unknown << " " << share.given);
    CHECK(share.absent * 20 >= all);
    CHECK(share.unknown * 20 >= all);
    CHECK(share.given * 20 >= all);
  }
}
